package uk.muster.command.absence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.muster.command.absence.AbsenceCommand.DecideTask;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.absence.FollowUpTask;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDecided;
import uk.muster.kernel.event.FollowUpEvent.NotificationSettled;

/** Deciding a task: done or declined, by a named person, with a reason (G-12); and learning what became of a message. */
final class DecidingTask {

    private DecidingTask() {}

    static Decision decide(AbsenceRules rules, DecideTask command) {
        Optional<FollowUpTask> task = rules.state().task(command.task());
        if (task.isEmpty()) {
            return Decision.refuse(unknown());
        }
        return switch (task.get().status()) {
            case DONE, DECLINED -> Decision.refuse(Problem.conflict("This task is decided already."));
            case CANCELLED -> Decision.refuse(Problem.conflict("This task lost its basis and was cancelled."));
            case OPEN ->
                rules.record(
                        new FollowUpDecided(
                                rules.urn(),
                                rules.pupil(),
                                command.task(),
                                command.decision(),
                                rules.vault().seal(rules.pupil(), command.reason()),
                                rules.author(command.author())),
                        null,
                        Map.of());
        };
    }

    static Decision settle(AbsenceRules rules, SettleNotification command) {
        if (!rules.state().awaitsDelivery(command.notification())) {
            return Decision.accept(List.of(), Answer.unchanged(Map.of()));
        }
        return rules.record(
                new NotificationSettled(
                        rules.urn(), rules.pupil(), command.notification(), command.delivery(), command.at()),
                command.at(),
                Map.of());
    }

    static Problem unknown() {
        return Problem.unknown("There is no such task.");
    }
}
