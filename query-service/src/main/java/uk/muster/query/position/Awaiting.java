package uk.muster.query.position;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.muster.http.convention.MusterPosition;
import uk.muster.query.ingest.Progress;
import uk.muster.query.store.LiveProjection;
import uk.muster.query.store.Place;

/**
 * Waits until the live projection holds a position. Partitions that this process writes wake the waiter as they move; those of another process are
 * looked up in the document store now and then.
 */
public final class Awaiting {

    private static final Duration LOOK_UP = Duration.ofMillis(50);

    private final Progress progress;
    private final LiveProjection live;

    public Awaiting(Progress progress, LiveProjection live) {
        this.progress = progress;
        this.live = live;
    }

    /**
     * @return whether it holds it; false when it still does not after that long
     * @throws com.mongodb.MongoException when a place must be looked up and the document store does not answer
     */
    public boolean await(MusterPosition position, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        Map<Integer, Long> ofOthers = new ConcurrentHashMap<>();
        while (true) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            boolean allHere = position.positions().keySet().stream()
                    .allMatch(partition -> progress.last(partition).isPresent());
            Duration slice = allHere || left.compareTo(LOOK_UP) < 0 ? left : LOOK_UP;
            if (progress.await(() -> holds(position, ofOthers), slice)) {
                return true;
            }
            if (System.nanoTime() >= end) {
                return false;
            }
            for (Place place : Place.all(live.get()).values()) {
                ofOthers.put(place.partition(), place.last());
            }
        }
    }

    private boolean holds(MusterPosition position, Map<Integer, Long> ofOthers) {
        return position.positions().entrySet().stream()
                .allMatch(wanted ->
                        progress.last(wanted.getKey()).orElseGet(() -> ofOthers.getOrDefault(wanted.getKey(), 0L))
                                >= wanted.getValue());
    }
}
