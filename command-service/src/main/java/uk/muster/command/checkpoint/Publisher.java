package uk.muster.command.checkpoint;

/** A place outside of the ledger's database to which checkpoints go. */
public interface Publisher extends AutoCloseable {

    /** What to call it in the log. */
    String name();

    /**
     * Publishes a checkpoint; the same one may come more than once.
     *
     * @return whether it is there; where it is not, the newest one is published later
     */
    boolean publish(String note) throws InterruptedException;

    /** Lets go of what is held between two checkpoints, if anything is. */
    @Override
    default void close() {}
}
