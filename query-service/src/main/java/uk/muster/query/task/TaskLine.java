package uk.muster.query.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.Modality;

/**
 * A task in a list.
 *
 * @param pupilId what the MIS calls the pupil
 * @param date the school day it belongs to
 * @param schoolDay which of the pupil's school days of the absence that is, from 1; of a return, the days that it counts
 * @param actions as the profile writes them
 * @param decidedBy who decided it, or the author of the entry that did it
 * @param reason of a decision, where the caller may read it
 * @param about the id of the entry that it is about, such as a notice; null where it is about the absence
 */
public record TaskLine(
        String taskId,
        String pupilId,
        TaskKind kind,
        String step,
        LocalDate date,
        int schoolDay,
        List<String> actions,
        Instant raisedAt,
        Instant dueAt,
        boolean overdue,
        Modality modality,
        Status status,
        @Nullable JsonNode decidedBy,
        @Nullable String reason,
        @Nullable Lapse cancelledBecause,
        @Nullable String about) {

    static TaskLine of(
            Task task, String pupilId, boolean overdue, @Nullable JsonNode decidedBy, @Nullable String reason) {
        FollowUpDue due = task.due();
        return new TaskLine(
                task.id(),
                pupilId,
                due.kind(),
                due.step(),
                due.date(),
                due.schoolDay(),
                due.actions(),
                due.raisedAt(),
                due.dueAt(),
                overdue,
                due.modality(),
                task.status(),
                decidedBy,
                reason,
                task.outcome().because(),
                task.about());
    }
}
