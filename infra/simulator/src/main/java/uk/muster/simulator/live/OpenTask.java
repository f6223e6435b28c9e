package uk.muster.simulator.live;

import java.time.LocalDate;
import java.util.List;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.policy.Modality;

/** Something that waits to be done, as the school's list shows it. */
public record OpenTask(
        String id,
        PupilId pupil,
        TaskKind kind,
        String step,
        LocalDate date,
        int schoolDay,
        Modality modality,
        List<String> actions) {

    boolean isMust() {
        return modality == Modality.MUST;
    }
}
