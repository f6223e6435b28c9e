package uk.muster.command.axon;

/** A command was stale by its commit each time it was tried: too many others were changing the same record. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BusyException(Throwable cause) {
        super("A command stayed stale however often it was tried.", cause);
    }
}
