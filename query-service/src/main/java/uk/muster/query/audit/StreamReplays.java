package uk.muster.query.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.StoredEvent;

/** The streams that a replay meets, each as it was before its next fact. Those met last are kept; one that was let go is folded again from the ledger. */
final class StreamReplays {

    private final Ledger ledger;
    private final Map<String, Held> held;

    /** @param seq of the fact that comes next */
    private record Held(StreamReplay stream, long seq) {}

    /** @param most how many streams are kept; a register takes some ten kilobytes, a pupil's absences of years some hundred */
    StreamReplays(Ledger ledger, int most) {
        this.ledger = ledger;
        this.held = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
                return size() > most;
            }
        };
    }

    /** The stream of an event as it was before it. */
    StreamReplay before(StoredEvent stored, MusterEvent event) {
        Held known = held.get(stored.stream());
        if (known != null && known.seq() == stored.seq()) {
            return known.stream();
        }
        StreamReplay stream = StreamReplay.before(event);
        if (stored.seq() > 0) {
            ledger.ofStream(stored.stream(), stored.seq())
                    .forEach(earlier ->
                            stream.take(EventTypes.read(earlier.type(), earlier.payload()), earlier.recordedAt()));
        }
        return stream;
    }

    /** Keeps the stream as it is after an event. */
    void after(StoredEvent stored, StreamReplay stream) {
        held.put(stored.stream(), new Held(stream, stored.seq() + 1));
    }
}
