package uk.muster.command.ledger;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A value that one thread changes and others may wait for.
 *
 * @param <T> immutable
 */
public final class Watched<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile T value;

    public Watched(T value) {
        this.value = value;
    }

    public T get() {
        return value;
    }

    public void change(UnaryOperator<T> change) {
        lock.lock();
        try {
            value = change.apply(value);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the value is as wanted, or the time is up.
     *
     * @return whether it is
     */
    public boolean await(Predicate<T> wanted, Duration most) throws InterruptedException {
        if (wanted.test(value)) {
            return true;
        }
        long left = most.toNanos();
        lock.lockInterruptibly();
        try {
            while (!wanted.test(value)) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
