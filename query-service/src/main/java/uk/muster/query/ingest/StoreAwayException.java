package uk.muster.query.ingest;

/** The document store was away while a projection was written, and may have forgotten the last of it though it had acknowledged that. */
final class StoreAwayException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    StoreAwayException() {
        super("The document store was away and may have forgotten the last of what was written.");
    }
}
