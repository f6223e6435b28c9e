package uk.muster.query.chronology;

import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.FollowUpEvent.NotificationSettled;
import uk.muster.query.store.Fact;
import uk.muster.query.task.Task;

/** What later facts say of a happening. */
sealed interface Sequel {

    /** That an entry was found to be in error, and the fact that says so. */
    record Correction(Fact fact, EntryCorrected event) implements Sequel {}

    /** What became of a task, if anything yet. */
    record OfTask(Task task) implements Sequel {}

    /** What became of a message. */
    record Settled(NotificationSettled event) implements Sequel {}
}
