package uk.muster.simulator.live;

import java.util.List;
import java.util.Optional;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.Person;
import uk.muster.simulator.term.Silence.Way;
import uk.muster.simulator.term.Story;

/** Going to a child's home, two together and one of them a senior leader (HCAT-20), where it must be done or is thought right. */
final class Visits {

    private static final double GOES_WHERE_IT_MAY = 0.35;
    private static final double GOES_ALONE = 0.1;
    private static final String TWO_ARE_WANTED = "hcat";

    private Visits() {}

    static Optional<Deed.Visit> make(Work work) {
        List<OpenTask> due = work.of(TaskKind.VISIT).stream()
                .filter(task -> task.date().equals(work.today()))
                .toList();
        if (due.isEmpty() || !work.round().isSince(Round.VISITS)) {
            return Optional.empty();
        }
        boolean goes = due.stream().anyMatch(OpenTask::isMust)
                || work.is(Story.NEVER_REACHED)
                || work.chance().happens(GOES_WHERE_IT_MAY);
        return goes ? Optional.of(visit(work)) : Optional.empty();
    }

    private static Deed.Visit visit(Work work) {
        VisitOutcome outcome = outcome(work);
        return new Deed.Visit(
                work.at(work.chance().between(5, 25)),
                work.pupil().id(),
                visitors(work),
                outcome,
                note(outcome),
                work.people().pastoral());
    }

    private static List<Person> visitors(Work work) {
        boolean alone = !work.plan().policy().profile().equals(TWO_ARE_WANTED)
                && work.chance().happens(GOES_ALONE);
        return alone
                ? List.of(work.people().pastoral())
                : List.of(work.people().pastoral(), work.people().leader());
    }

    private static VisitOutcome outcome(Work work) {
        if (work.isReached(Way.OPENS)) {
            return work.chance().happens(0.5) ? VisitOutcome.CHILD_SEEN_SAFE : VisitOutcome.SPOKE_TO_ADULT;
        }
        return work.is(Story.NEVER_REACHED) && work.chance().happens(0.3)
                ? VisitOutcome.CONCERN
                : VisitOutcome.NO_ANSWER;
    }

    private static String note(VisitOutcome outcome) {
        return switch (outcome) {
            case NO_ANSWER -> "Nobody opened; a card was left";
            case SPOKE_TO_ADULT -> "A parent opened and said that all was well";
            case CHILD_SEEN_SAFE -> "The child was seen, in good spirits";
            case CONCERN -> "Nobody opened; post lay behind the door and the curtains were drawn";
        };
    }
}
