package uk.muster.query.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.RetentionEvent;
import uk.muster.kernel.event.RetentionEvent.HoldKind;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.retention.Hold;
import uk.muster.kernel.retention.RetentionState;

/** A school's retention: the holds that stand, and how far each disposal is. Whom a hold is about stays a number. */
final class RetentionReplay implements StreamReplay {

    private RetentionState state = RetentionState.EMPTY;

    private record Held(
            String id,
            HoldKind kind,
            @Nullable String pupil,
            @Nullable AcademicYear academicYear) {

        static Held of(Hold hold) {
            return new Held(
                    hold.id().toString(),
                    hold.kind(),
                    hold.pupil() == null ? null : hold.pupil().value(),
                    hold.academicYear());
        }
    }

    private record Disposal(String id, AcademicYear academicYear, int pupils, boolean carriedOut) {}

    @Override
    public void take(MusterEvent event, Instant recordedAt) {
        state = state.evolve((RetentionEvent) event);
    }

    @Override
    public Map<String, Object> fields() {
        return Map.of(
                "holds",
                state.holds().values().stream().map(Held::of).toList(),
                "disposals",
                state.confirmed().values().stream()
                        .map(each -> new Disposal(
                                each.disposalId().toString(),
                                each.academicYear(),
                                each.pupils().size(),
                                state.certificates().containsKey(each.disposalId())))
                        .toList());
    }
}
