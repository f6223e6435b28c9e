package uk.muster.query.ingest;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.query.keys.Opener;
import uk.muster.query.store.Fact;
import uk.muster.query.store.Interruptions;
import uk.muster.query.store.LiveProjection;
import uk.muster.query.store.Place;
import uk.muster.query.store.Projection;

/** Writes stored events into the live projection as the topic would bring them, all in partition 0, which this process writes. */
public final class Feed {

    private final LiveProjection live;
    private final Opener opener;
    private final Progress progress;
    private final Follower follower;
    private long fed;

    public Feed(LiveProjection live, Opener opener, Progress progress, Follower follower) {
        this.live = live;
        this.opener = opener;
        this.progress = progress;
        this.follower = follower;
        follower.resumed(new Follower.Standing(live.refresh(), 0, 1, Set.of(new Place(0, 0, 0))));
    }

    /** Writes those of the events that were not written before. */
    public synchronized void feed(List<StoredEvent> all) {
        write(all).tell();
    }

    /** Writes them as {@link #feed} does and tells nobody yet. */
    public synchronized Untold write(List<StoredEvent> all) {
        List<RelayedEvent> events = all.stream()
                .filter(event -> event.position() > fed)
                .map(Feed::relayed)
                .toList();
        if (events.isEmpty()) {
            return () -> {};
        }
        Projection projection = live.refresh();
        new BatchWriter(projection, opener).write(events);
        fed = events.getLast().fact().position();
        Place place = new Place(0, fed, fed);
        Place.store(projection, Set.of(place));
        return () -> {
            follower.wrote(events, Set.of(place));
            progress.moved(Set.of(place), 0);
        };
    }

    /** A batch that was written. */
    @FunctionalInterface
    public interface Untold {

        /** Tells who follows the projection, and wakes who waits. */
        void tell();
    }

    static RelayedEvent relayed(StoredEvent e) {
        return new RelayedEvent(
                e.urn().toString(),
                e.stream(),
                e.seq(),
                new Fact(e.position(), e.id(), e.type(), e.recordedAt(), e.payload()));
    }

    /** A rebuild that has no topic to read. */
    public static Rebuild noRebuild(LiveProjection live, Opener opener) {
        return new Rebuild(Feed::noTopic, "muster.events", live, opener, new Interruptions(), java.time.Duration.ZERO);
    }

    private static Consumer<String, byte[]> noTopic() {
        throw new IllegalStateException("There is no topic here.");
    }
}
