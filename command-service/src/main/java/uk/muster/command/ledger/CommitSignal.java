package uk.muster.command.ledger;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells readers that the ledger has grown. The writer announces each commit; on an instance that stands by it announces what it sees the
 * other one commit.
 */
public final class CommitSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private volatile long head;

    /** The last position known to be committed; 0 while there is none. */
    public long head() {
        return head;
    }

    /** Announces that everything up to and including the position is committed. */
    void announce(long position) {
        lock.lock();
        try {
            if (position > head) {
                head = position;
                grown.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something beyond the position is committed, or the time is up.
     *
     * @return whether there is something beyond it
     */
    public boolean awaitBeyond(long position, Duration most) throws InterruptedException {
        if (head > position) {
            return true;
        }
        long left = most.toNanos();
        lock.lockInterruptibly();
        try {
            while (head <= position) {
                if (left <= 0) {
                    return false;
                }
                left = grown.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** {@link #awaitBeyond(long, Duration)} in the manner of Axon's streams. */
    boolean awaitBeyond(long position, long most, TimeUnit unit) throws InterruptedException {
        return awaitBeyond(position, Duration.of(most, unit.toChronoUnit()));
    }
}
