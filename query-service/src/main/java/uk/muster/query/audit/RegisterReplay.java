package uk.muster.query.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.register.Entry;
import uk.muster.kernel.register.RegisterState;

/** A register: when it was taken, and each pupil's mark. */
final class RegisterReplay implements StreamReplay {

    /** The field with a mark of each pupil. */
    static final String MARKS = "marks";

    private RegisterState state = RegisterState.untaken();

    /** @param amendments how many were made of it */
    private record MarkNow(String code, @Nullable Integer minutesLate, String originalCode, int amendments) {

        static MarkNow of(Entry entry) {
            return new MarkNow(
                    entry.code(),
                    entry.minutesLate(),
                    entry.original().code(),
                    entry.amendments().size());
        }
    }

    @Override
    public void take(MusterEvent event, Instant recordedAt) {
        state = state.evolve((RegisterEvent) event, recordedAt);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        RegisterState.Taken taken = state.taken();
        if (taken != null) {
            fields.put("takenAt", taken.at());
        }
        Map<PupilNumber, MarkNow> marks = new LinkedHashMap<>();
        state.entries().forEach((pupil, entry) -> marks.put(pupil, MarkNow.of(entry)));
        fields.put(MARKS, marks);
        return fields;
    }
}
