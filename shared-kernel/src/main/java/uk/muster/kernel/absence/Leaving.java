package uk.muster.kernel.absence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.muster.kernel.absence.CountedDays.Met;
import uk.muster.kernel.absence.FollowUpFacts.Deletion;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.Modality;

/**
 * A social worker is to be told when the name of a child is deleted from the admission register (HCAT-115, CS-53), above all where that was recorded
 * late; a person tells them.
 */
final class Leaving {

    static final String STEP = "tell-social-worker-leaving";

    /** Longer than any holiday. */
    private static final int WEEKS_BACK = 10;

    private Leaving() {}

    static List<Due> of(FollowUpFacts facts) {
        boolean told = facts.rules().socialWorkerTold()
                && Telling.concerned(facts.flags()).contains(Recipient.SOCIAL_WORKER);
        boolean justRecorded = facts.deletion()
                .filter(each -> !facts.isHistory(London.dateOf(each.recordedAt()), facts.now()))
                .isPresent();
        return lastSchoolDay(facts).stream()
                .filter(day -> told && (justRecorded || facts.isTimely(STEP, day)))
                .map(day -> Due.now(
                        facts,
                        STEP,
                        TaskKind.NOTIFY,
                        Modality.MUST,
                        new Met(day, day, day),
                        1,
                        List.of("tell_social_worker")))
                .toList();
    }

    private static Optional<LocalDate> lastSchoolDay(FollowUpFacts facts) {
        return facts.deletion()
                .map(Deletion::lastDay)
                .map(last -> facts.calendars().schoolDays(last.minusWeeks(WEEKS_BACK), last))
                .filter(days -> !days.isEmpty())
                .map(List::getLast);
    }
}
