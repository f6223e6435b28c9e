package uk.muster.kernel.register;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.LateArrivalRecorded;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.event.RegisterEvent.MarksAdded;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.sealing.Sealed;

/**
 * What a register says: the fold of its facts in the order in which they were recorded. Folding only the facts recorded by an instant gives
 * what it said at that instant.
 *
 * @param taken when and by whom it was taken; null while it holds nothing but arrivals
 * @param entries by pupil, in the order in which they were made
 */
public record RegisterState(@Nullable Taken taken, Map<PupilNumber, Entry> entries) {

    private static final RegisterState UNTAKEN = new RegisterState(null, Map.of());

    /** The taking of the register. */
    public record Taken(Instant at, Sealed by, Instant recordedAt) {}

    /** A register in which nothing was entered yet. */
    public static RegisterState untaken() {
        return UNTAKEN;
    }

    /** What the stored facts of a register come to, in their order. */
    public static RegisterState fold(Iterable<StoredEvent> stream) {
        RegisterState state = untaken();
        for (StoredEvent stored : stream) {
            state = state.evolve((RegisterEvent) EventTypes.read(stored.type(), stored.payload()), stored.recordedAt());
        }
        return state;
    }

    /** The register after one more fact, recorded at the given instant. */
    public RegisterState evolve(RegisterEvent event, Instant recordedAt) {
        return switch (event) {
            case RegisterTaken e ->
                new RegisterState(
                        new Taken(e.takenAt(), e.takenBy(), recordedAt),
                        with(e.marks(), Entry.Origin.TAKEN, recordedAt));
            case MarksAdded e -> new RegisterState(taken, with(e.marks(), Entry.Origin.ADDED, recordedAt));
            case LateArrivalRecorded e ->
                entries.containsKey(e.pupil())
                        ? this
                        : new RegisterState(
                                taken,
                                with(
                                        List.of(new Mark(e.pupil(), e.code(), lateOnly(e), null)),
                                        Entry.Origin.ARRIVAL,
                                        recordedAt));
            case MarkAmended e -> amended(e, recordedAt);
        };
    }

    /** The pupil's entry, if they have one. */
    public Optional<Entry> entry(PupilNumber pupil) {
        return Optional.ofNullable(entries.get(pupil));
    }

    public boolean isTaken() {
        return taken != null;
    }

    private static @Nullable Integer lateOnly(LateArrivalRecorded e) {
        return e.code().equals("L") || e.code().equals("U") ? e.minutesLate() : null;
    }

    private RegisterState amended(MarkAmended fact, Instant recordedAt) {
        Entry entry = entries.get(fact.pupil());
        if (entry == null) {
            throw new IllegalStateException("An amendment without an entry was met in a register.");
        }
        Map<PupilNumber, Entry> all = new LinkedHashMap<>(entries);
        all.put(fact.pupil(), entry.amended(fact, recordedAt));
        return new RegisterState(taken, Collections.unmodifiableMap(all));
    }

    private Map<PupilNumber, Entry> with(List<Mark> marks, Entry.Origin origin, Instant recordedAt) {
        Map<PupilNumber, Entry> all = new LinkedHashMap<>(entries);
        for (Mark mark : marks) {
            all.putIfAbsent(mark.pupil(), Entry.first(mark, origin, recordedAt));
        }
        return Collections.unmodifiableMap(all);
    }
}
