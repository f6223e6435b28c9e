package uk.muster.query.chronology;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.FollowUpEvent;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.NotificationSettled;
import uk.muster.query.chronology.Sequel.OfTask;
import uk.muster.query.chronology.Sequel.Settled;
import uk.muster.query.keys.Opener;
import uk.muster.query.register.SessionLine;
import uk.muster.query.task.Outcome;
import uk.muster.query.task.Task;

/** Puts what Muster itself found to be due into words. Nobody is named as having done it; who decided it stands in its data. */
final class FollowUpNarrator {

    private final Opener opener;
    private final Sight sight;
    private final Instant now;

    FollowUpNarrator(Opener opener, Sight sight, Instant now) {
        this.opener = opener;
        this.sight = sight;
        this.now = now;
    }

    Telling tell(FollowUpEvent event, @Nullable Sequel sequel) {
        if (sequel instanceof OfTask(Task task)) {
            return task(task);
        }
        if (event instanceof NotificationRaised e) {
            return notification(e, sequel instanceof Settled(NotificationSettled settled) ? settled : null);
        }
        throw new IllegalStateException("What became of a task is told with the task.");
    }

    private Telling task(Task task) {
        FollowUpDue due = task.due();
        Outcome outcome = task.outcome();
        boolean overdue = task.isOverdue(now);
        return new Telling(
                task.id(),
                null,
                TaskWords.due(due) + ": " + TaskWords.status(outcome, overdue),
                new Data("taskId", task.id())
                        .with("about", task.about())
                        .with("step", due.step())
                        .with("kind", due.kind())
                        .with("schoolDay", due.schoolDay())
                        .with("date", due.date())
                        .with("modality", due.modality())
                        .with("actions", due.actions())
                        .with("raisedAt", due.raisedAt())
                        .with("dueAt", due.dueAt())
                        .with("overdue", overdue)
                        .with("status", outcome.status())
                        .with("decidedBy", opener.json(outcome.decidedBy()))
                        .with("decidedAt", outcome.decidedAt())
                        .with("reason", opener.shown(task.reason(sight.safeguarding())))
                        .with("cancelledBecause", outcome.because())
                        .with("doneBy", outcome.doneBy() == null ? null : id(due, outcome.doneBy())));
    }

    /** The address is nobody's to read here. */
    private static Telling notification(NotificationRaised e, @Nullable NotificationSettled settled) {
        MessageState state = MessageState.of(e, settled);
        return new Telling(
                id(e, e.entryId()),
                null,
                TaskWords.recipient(e.to()) + " to be told of the absence of " + AbsenceWords.session(e.session())
                        + ": " + TaskWords.state(state),
                new Data("to", e.to())
                        .with("session", SessionLine.of(e.session()))
                        .with("delivery", state)
                        .with("deliveredAt", settled != null && state == MessageState.SENT ? settled.at() : null));
    }

    private static String id(FollowUpEvent e, UUID entryId) {
        return new AbsenceEntryId(e.pupil(), entryId).toString();
    }
}
