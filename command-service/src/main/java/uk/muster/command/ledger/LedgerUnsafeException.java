package uk.muster.command.ledger;

/** The database can't be trusted with the ledger; the message says why and what to change. The service must not run. */
public final class LedgerUnsafeException extends RuntimeException {

    public LedgerUnsafeException(String message) {
        super(message);
    }
}
