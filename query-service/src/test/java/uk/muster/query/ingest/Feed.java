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

/** Writes stored events into the live projection as the topic would bring them, all in partition 0. */
public final class Feed {

    private final LiveProjection live;
    private final Opener opener;
    private final Progress progress;
    private long fed;

    public Feed(LiveProjection live, Opener opener, Progress progress) {
        this.live = live;
        this.opener = opener;
        this.progress = progress;
    }

    /** Writes those of the events that were not written before. */
    public synchronized void feed(List<StoredEvent> all) {
        List<RelayedEvent> events = all.stream()
                .filter(event -> event.position() > fed)
                .map(Feed::relayed)
                .toList();
        if (!events.isEmpty()) {
            Projection projection = live.refresh();
            new BatchWriter(projection, opener).write(events);
            fed = events.getLast().fact().position();
            Place place = new Place(0, fed, fed);
            Place.store(projection, Set.of(place));
            progress.moved(Set.of(place), 0);
        }
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
