package uk.muster.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;

/**
 * Single events with the proofs that they are in the newest checkpoint. The first line is {@code {"proofs": {"count", "checkpoint"}}}; then comes each
 * event, a line as in an {@link EventExport}, followed by {@code {"inclusion": [..]}}, hashes in hexadecimal from the lowest up. Whoever has the
 * public key checks them offline; that nothing is missing between them takes an export.
 */
public final class EventProofs {

    private final EventLines lines;
    private final LedgerProofs proofs;

    EventProofs(EventLines lines, LedgerProofs proofs) {
        this.lines = lines;
        this.proofs = proofs;
    }

    /**
     * How many of the events, in the order of their positions, can be proven now: those that the newest checkpoint covers.
     *
     * @param checkpoint the signed note
     * @param size how many events of the ledger it covers
     */
    public record Reach(String checkpoint, long size, List<StoredEvent> events) {}

    /** Empty while there is no checkpoint. */
    public Optional<Reach> reach(List<StoredEvent> events) {
        return proofs.newest()
                .map(newest -> new Reach(
                        newest.note(),
                        newest.size(),
                        events.stream()
                                .filter(event -> event.position() <= newest.size())
                                .toList()));
    }

    /** As {@link #reach}, and refuses when there is no checkpoint, or an event is not covered yet. */
    Reach reachAll(List<StoredEvent> events) {
        Reach reach = reach(events).orElseThrow(LedgerProofs::noCheckpoint);
        if (reach.events().size() < events.size()) {
            throw Problem.invalid("The newest checkpoint covers positions up to " + reach.size() + ".")
                    .asException();
        }
        return reach;
    }

    /**
     * Writes the file.
     *
     * @param only the pupil whom alone it may show; null for everyone
     */
    public void write(Reach reach, @Nullable PupilNumber only, OutputStream out) throws IOException {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("count", reach.events().size());
        head.put("checkpoint", reach.checkpoint());
        EventLines.write(Map.of("proofs", head), out);
        List<Map<String, Object>> shown = lines.of(reach.events(), only == null ? Shown.EVERYTHING : Shown.only(only));
        for (int i = 0; i < shown.size(); i++) {
            EventLines.write(shown.get(i), out);
            long position = reach.events().get(i).position();
            EventLines.write(
                    Map.of("inclusion", proofs.inclusion(position, reach.size()).proof()), out);
        }
        out.flush();
    }
}
