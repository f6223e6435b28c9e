package uk.muster.query.ingest;

/** The projection lacks facts that it was thought to hold. No event that is still to come mends that; only making it anew does. */
final class IncompleteProjectionException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** @param next the fact before which others are wanting */
    IncompleteProjectionException(Object next) {
        super("The projection lacks facts that came before " + next + ": it must be rebuilt.");
    }
}
