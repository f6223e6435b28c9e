package uk.muster.command.ledger;

/**
 * The ledger can't take or give events just now: PostgreSQL is away, the writer is overloaded or another instance holds the lock.
 * Nothing was recorded unless the message says that the outcome is unknown. Worth a retry, so HTTP answers 503 with {@code Retry-After}.
 */
public final class LedgerAwayException extends RuntimeException {

    public LedgerAwayException(String message) {
        super(message);
    }

    public LedgerAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
