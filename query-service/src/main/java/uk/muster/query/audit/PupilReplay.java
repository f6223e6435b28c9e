package uk.muster.query.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.kernel.sealing.Sealed;

/**
 * A pupil: year group, flags, spells on roll and in groups. Of details and contacts, which stay sealed, the commitments: they show that something
 * changed and tell nothing.
 */
final class PupilReplay implements StreamReplay {

    private @Nullable PupilState state;

    @Override
    public void take(MusterEvent event, Instant recordedAt) {
        state = PupilState.evolve(state, (PupilEvent) event);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        PupilState now = state;
        if (now != null) {
            fields.put("yearGroup", now.placement().yearGroup());
            fields.put("enrolmentStatus", now.placement().enrolment().status());
            fields.put("flags", now.flags());
            fields.put("roll", now.roll());
            fields.put("groups", now.groups());
            fields.put(
                    "earlierSessions",
                    now.earlierSessions() == null
                            ? 0
                            : now.earlierSessions().sessions().size());
            fields.put("details", commitment(now.details()));
            fields.put("contacts", commitment(now.contacts()));
        }
        return fields;
    }

    private static String commitment(Sealed field) {
        return field.token().substring(field.token().lastIndexOf('.') + 1);
    }
}
