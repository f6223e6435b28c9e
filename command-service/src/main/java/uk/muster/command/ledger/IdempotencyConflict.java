package uk.muster.command.ledger;

/** The key was answered by another request, before or at the same moment; nothing was appended. Read that answer and give it. */
public final class IdempotencyConflict extends RuntimeException {

    public IdempotencyConflict() {
        super("This idempotency key has been answered already.");
    }
}
