package uk.muster.query.ingest;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import uk.muster.query.store.Interruptions;
import uk.muster.query.store.Place;

/**
 * How far the live projection holds each partition that this process writes, and a place to wait until it holds more. After an interruption of the
 * document store nothing is known until the places were read again.
 */
public final class Progress {

    private final Interruptions interruptions;
    private final Map<Integer, Place> places = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    /** The count of interruptions at which the places were true. */
    private volatile long trueAt;

    public Progress(Interruptions interruptions) {
        this.interruptions = interruptions;
    }

    /** The ledger's position of the last event held of a partition; empty for one that another process writes. */
    public OptionalLong last(int partition) {
        Place place = trueAt == interruptions.count() ? places.get(partition) : null;
        return place == null ? OptionalLong.empty() : OptionalLong.of(place.last());
    }

    /** The places of the partitions that this process writes. */
    public Collection<Place> places() {
        return places.values();
    }

    /**
     * Waits until a condition on the places holds, looking whenever one has moved.
     *
     * @return whether it holds
     */
    public boolean await(BooleanSupplier condition, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** @param at the count of interruptions before the places were read or written */
    void moved(Collection<Place> to, long at) {
        lock.lock();
        try {
            if (at != trueAt) {
                places.clear();
                trueAt = at;
            }
            to.forEach(place -> places.put(place.partition(), place));
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void lost(Collection<Integer> partitions) {
        lock.lock();
        try {
            partitions.forEach(places::remove);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
