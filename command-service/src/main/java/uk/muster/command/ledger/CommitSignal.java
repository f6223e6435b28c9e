package uk.muster.command.ledger;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Tells readers that the ledger has grown. The writer announces each commit; on an instance that stands by it announces what it sees the
 * other one commit.
 */
public final class CommitSignal {

    private final Watched<Long> head = new Watched<>(0L);
    private final Watched<Integer> hurries = new Watched<>(0);

    /** Ended by whoever began it. */
    public interface Hurry extends AutoCloseable {

        @Override
        void close();
    }

    /** The last position known to be committed; 0 while there is none. */
    public long head() {
        return head.get();
    }

    /** Announces that everything up to and including the position is committed. */
    void announce(long position) {
        head.change(before -> Math.max(before, position));
    }

    /**
     * Waits until something beyond the position is committed, or the time is up.
     *
     * @return whether there is something beyond it
     */
    public boolean awaitBeyond(long position, Duration most) throws InterruptedException {
        return head.await(committed -> committed > position, most);
    }

    /** {@link #awaitBeyond(long, Duration)} in the manner of Axon's streams. */
    boolean awaitBeyond(long position, long most, TimeUnit unit) throws InterruptedException {
        return awaitBeyond(position, Duration.of(most, unit.toChronoUnit()));
    }

    /** While it lasts nobody lets commits gather: what follows from them is awaited. */
    public Hurry hurry() {
        hurries.change(before -> before + 1);
        return () -> hurries.change(before -> before - 1);
    }

    /**
     * Lets commits gather, for a reader whose price is by the batch, unless what follows from them is awaited: returns at once when the reader last took
     * some longer ago than that, so that a single commit is never kept.
     *
     * @param last when it did, by {@link System#nanoTime}
     */
    public void gather(long last, Duration most) throws InterruptedException {
        Duration left = most.minusNanos(System.nanoTime() - last);
        if (left.isPositive()) {
            hurries.await(hurrying -> hurrying > 0, left);
        }
    }
}
