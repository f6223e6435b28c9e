package uk.muster.kernel.retention;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.RetentionEvent;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.event.RetentionEvent.HoldPlaced;
import uk.muster.kernel.event.RetentionEvent.HoldReleased;
import uk.muster.kernel.event.RetentionEvent.KeysDestroyed;
import uk.muster.kernel.event.StoredEvent;

/**
 * A school's holds and disposals: the fold of their facts.
 *
 * @param holds that stand, in the order in which they were placed
 * @param confirmed every disposal that was ever confirmed, in that order
 * @param certificates of those that were carried out, by the disposal's id
 */
public record RetentionState(
        Map<UUID, Hold> holds, Map<UUID, DisposalConfirmed> confirmed, Map<UUID, KeysDestroyed> certificates) {

    /** Nothing is held and nothing was ever destroyed. */
    public static final RetentionState EMPTY = new RetentionState(Map.of(), Map.of(), Map.of());

    /** What the stored facts come to, in their order. */
    public static RetentionState fold(Iterable<StoredEvent> stream) {
        RetentionState state = EMPTY;
        for (StoredEvent stored : stream) {
            state = state.evolve((RetentionEvent) EventTypes.read(stored.type(), stored.payload()));
        }
        return state;
    }

    /** The state after one more fact. */
    public RetentionState evolve(RetentionEvent event) {
        return switch (event) {
            case HoldPlaced e ->
                new RetentionState(with(holds, all -> all.put(e.holdId(), Hold.of(e))), confirmed, certificates);
            case HoldReleased e ->
                new RetentionState(with(holds, all -> all.remove(e.holdId())), confirmed, certificates);
            case DisposalConfirmed e ->
                new RetentionState(holds, with(confirmed, all -> all.put(e.disposalId(), e)), certificates);
            case KeysDestroyed e ->
                new RetentionState(holds, confirmed, with(certificates, all -> all.put(e.disposalId(), e)));
        };
    }

    /** The disposal that was confirmed and is not carried out yet; there is one at most. */
    public Optional<DisposalConfirmed> unfinished() {
        return confirmed.values().stream()
                .filter(each -> !certificates.containsKey(each.disposalId()))
                .findFirst();
    }

    /** The disposals that were carried out, oldest first. */
    public List<DisposalConfirmed> carriedOut() {
        return confirmed.values().stream()
                .filter(each -> certificates.containsKey(each.disposalId()))
                .toList();
    }

    private static <T> Map<UUID, T> with(Map<UUID, T> before, Consumer<Map<UUID, T>> change) {
        Map<UUID, T> after = new LinkedHashMap<>(before);
        change.accept(after);
        return Collections.unmodifiableMap(after);
    }
}
