package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;

/**
 * Something that fell due, and what became of it.
 *
 * @param doneBy the entry that did it; null where none did
 * @param about the entry that it is about, such as a notice; null where it is about the absence
 */
public record FollowUpTask(
        UUID id,
        String step,
        TaskKind kind,
        LocalDate date,
        List<String> actions,
        Instant raisedAt,
        Instant dueAt,
        Status status,
        @Nullable UUID doneBy,
        @Nullable UUID about) {

    /** What became of it. */
    public enum Status {
        OPEN,
        DONE,
        DECLINED,
        CANCELLED
    }

    static FollowUpTask of(FollowUpDue due) {
        return new FollowUpTask(
                due.entryId(),
                due.step(),
                due.kind(),
                due.date(),
                due.actions(),
                due.raisedAt(),
                due.dueAt(),
                Status.OPEN,
                null,
                due.about());
    }

    FollowUpTask now(Status next) {
        return new FollowUpTask(id, step, kind, date, actions, raisedAt, dueAt, next, null, about);
    }

    FollowUpTask doneBy(UUID entry) {
        return new FollowUpTask(id, step, kind, date, actions, raisedAt, dueAt, Status.DONE, entry, about);
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Whether passing the concern there does it. */
    boolean isDoneBy(Destination destination) {
        return TaskKinds.areDoneBy(actions, destination);
    }
}
