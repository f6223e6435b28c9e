package uk.muster.simulator.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.simulator.term.Story;

/** Passing a concern on to whom the policy names; where the school need only consider it, it says why it does not. */
final class PassingOn {

    private static final double WHERE_IT_MAY = 0.25;

    private PassingOn() {}

    static List<Deed> make(Work work) {
        List<Deed> deeds = new ArrayList<>();
        if (!work.round().isSince(Round.VISITS)) {
            return deeds;
        }
        Set<Destination> told = new HashSet<>();
        for (OpenTask task : work.of(TaskKind.ESCALATE, TaskKind.NOTIFY)) {
            if (!task.step().equals(Desk.RETURN_OF_UNAUTHORISED)
                    && !Destinations.of(task.actions()).isEmpty()) {
                deeds.addAll(about(work, task, told));
            }
        }
        return deeds;
    }

    /** @param told who was told just now, which does every task of today that names them */
    private static List<Deed> about(Work work, OpenTask task, Set<Destination> told) {
        Set<Destination> named = Destinations.of(task.actions());
        boolean isDone = named.stream().anyMatch(told::contains);
        if (!task.date().equals(work.today())) {
            return List.of(decided(work, task, TaskDecision.DONE, "Done on the next school day"));
        }
        if (task.isMust()) {
            return tell(work, task, named, told);
        }
        if (isDone) {
            return List.of();
        }
        return work.is(Story.NEVER_REACHED) || work.chance().happens(WHERE_IT_MAY)
                ? tell(work, task, Set.of(named.iterator().next()), told)
                : List.of(decided(
                        work,
                        task,
                        TaskDecision.DECLINED,
                        "Considered; the calls go on and nothing else gives cause for concern"));
    }

    private static List<Deed> tell(Work work, OpenTask task, Set<Destination> named, Set<Destination> told) {
        return named.stream()
                .filter(told::add)
                .map(to -> escalation(work, task, to))
                .toList();
    }

    private static Deed escalation(Work work, OpenTask task, Destination to) {
        String reason = "School day " + task.schoolDay() + " of absence, and nobody has given a reason";
        return new Deed.Escalation(
                work.at(work.chance().between(1, 5)),
                work.pupil().id(),
                to,
                reason,
                work.people().safeguarding());
    }

    private static Deed decided(Work work, OpenTask task, TaskDecision decision, String reason) {
        return new Deed.TaskDecided(
                work.at(0),
                work.pupil().id(),
                task.id(),
                decision,
                reason,
                work.people().safeguarding());
    }
}
