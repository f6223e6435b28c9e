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
            Set<Destination> named = Destinations.of(task.actions());
            if (task.step().equals(Desk.RETURN_OF_UNAUTHORISED) || named.stream().anyMatch(told::contains)) {
                continue;
            }
            boolean passes = task.isMust() || work.is(Story.NEVER_REACHED) || work.chance().happens(WHERE_IT_MAY);
            if (!task.date().equals(work.today())) {
                deeds.add(decided(work, task, TaskDecision.DONE, "Done on the next school day"));
            } else if (!passes) {
                deeds.add(decided(
                        work,
                        task,
                        TaskDecision.DECLINED,
                        "Considered; the calls go on and nothing else gives cause for concern"));
            } else {
                Destination to = first(named);
                told.add(to);
                deeds.add(escalation(work, task, to));
            }
        }
        return deeds;
    }

    /** The tenth day names two: the school's own lead knows by then, the officer for children missing education does not. */
    private static Destination first(Set<Destination> named) {
        return named.contains(Destination.CME) ? Destination.CME : named.iterator().next();
    }

    private static Deed escalation(Work work, OpenTask task, Destination to) {
        String reason = "School day " + task.schoolDay() + " of absence, and nobody has given a reason";
        return new Deed.Escalation(
                work.at(work.chance().between(1, 5)), work.pupil().id(), to, reason, work.people().safeguarding());
    }

    static Deed decided(Work work, OpenTask task, TaskDecision decision, String reason) {
        return new Deed.TaskDecided(
                work.at(0), work.pupil().id(), task.id(), decision, reason, work.people().safeguarding());
    }
}
