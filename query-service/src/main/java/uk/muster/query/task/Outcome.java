package uk.muster.query.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDecided;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.sealing.Sealed;

/**
 * What became of a task.
 *
 * @param decidedAt when it was done or declined, as it was recorded; null for one that was cancelled, which nobody decided
 * @param decidedBy sealed person: who decided it, or the author of the entry that did it
 * @param reason sealed; null where no reason was asked for
 * @param doneBy the entry that did it, in the same stream
 * @param because why it lost its basis
 */
public record Outcome(
        Status status,
        @Nullable Instant decidedAt,
        @Nullable Sealed decidedBy,
        @Nullable Sealed reason,
        @Nullable UUID doneBy,
        @Nullable Lapse because) {

    static final Outcome OPEN = new Outcome(Status.OPEN, null, null, null, null, null);

    /** @param author of the entry; null where the entry is not among the facts */
    static Outcome of(FollowUpDone e, Instant recordedAt, @Nullable Sealed author) {
        return new Outcome(Status.DONE, recordedAt, author, null, e.by(), null);
    }

    static Outcome of(FollowUpDecided e, Instant recordedAt) {
        Status status = e.decision() == TaskDecision.DONE ? Status.DONE : Status.DECLINED;
        return new Outcome(status, recordedAt, e.author(), e.reason(), null, null);
    }

    static Outcome of(FollowUpCancelled e) {
        return new Outcome(Status.CANCELLED, null, null, null, null, e.because());
    }
}
