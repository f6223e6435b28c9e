package uk.muster.kernel.absence;

import java.util.Optional;
import uk.muster.kernel.event.FollowUpEvent.Ending;
import uk.muster.kernel.event.FollowUpEvent.Lapse;

/**
 * Why a task lost its basis.
 *
 * @param days of the absence that lasts, if one does
 * @param contact whether contact was made in it
 * @param ended how the open case ended, if it did
 * @param lateness the ladder over late marks
 */
record Lapses(Optional<CaseDays> days, boolean contact, Optional<Ending> ended, LateLadder lateness) {

    Lapse of(FollowUpTask task) {
        if (task.step().startsWith(LateLadder.STEP)) {
            return lateness.lapse(task);
        }
        return switch (task.step()) {
            case ReasonDeadlines.STEP, Reports.CALL_BACK -> Lapse.SETTLED;
            case Returns.UNAUTHORISED,
                    Returns.SICKNESS,
                    Evidence.STEP,
                    Leaving.STEP,
                    Thresholds.WARNING,
                    Thresholds.CONSIDER,
                    Thresholds.REVIEW -> Lapse.CORRECTED;
            case NoticeClocks.COPY -> Lapse.WITHDRAWN;
            default ->
                days.map(each -> ofCase(task, each))
                        .orElseGet(() -> ended.map(Lapses::of).orElse(Lapse.CORRECTED));
        };
    }

    private Lapse ofCase(FollowUpTask task, CaseDays lasting) {
        if (ended.isPresent() || !lasting.isAbsentOn(task.date())) {
            return Lapse.CORRECTED;
        }
        if (lasting.isReported(task.date())) {
            return Lapse.REPORTED;
        }
        return contact ? Lapse.CONTACT_MADE : Lapse.CORRECTED;
    }

    private static Lapse of(Ending ending) {
        return switch (ending) {
            case RETURNED -> Lapse.RETURNED;
            case EXPLAINED -> Lapse.EXPLAINED;
            case CORRECTED -> Lapse.CORRECTED;
            case LEFT -> Lapse.LEFT;
        };
    }
}
