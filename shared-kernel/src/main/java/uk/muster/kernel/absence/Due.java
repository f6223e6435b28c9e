package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.absence.CountedDays.Met;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.Modality;

/**
 * Something that is due, or will be, by what is known now.
 *
 * @param date the school day it belongs to
 * @param schoolDay the number of that day
 * @param firesAt when the task appears; it may lie in the future
 * @param dueAt the latest time to act
 * @param sameFrom,sameTo a task of the step that was raised for one of these days is this very task
 * @param doneFrom an entry of the day, or of a notice any entry, counts from this instant on, even when it was made before the task appeared
 * @param about the entry that it is about, which tells it from others of its step; null where the day does
 */
record Due(
        String step,
        TaskKind kind,
        Modality modality,
        LocalDate date,
        int schoolDay,
        List<String> actions,
        Instant firesAt,
        Instant dueAt,
        LocalDate sameFrom,
        LocalDate sameTo,
        Instant doneFrom,
        @Nullable UUID about) {

    /** Of which there is one a day. */
    Due(
            String step,
            TaskKind kind,
            Modality modality,
            LocalDate date,
            int schoolDay,
            List<String> actions,
            Instant firesAt,
            Instant dueAt,
            LocalDate sameFrom,
            LocalDate sameTo,
            Instant doneFrom) {
        this(step, kind, modality, date, schoolDay, actions, firesAt, dueAt, sameFrom, sameTo, doneFrom, null);
    }

    /** What falls due as soon as it is found, and is done by a decision alone. */
    static Due now(
            FollowUpFacts facts,
            String step,
            TaskKind kind,
            Modality modality,
            Met met,
            int schoolDay,
            List<String> actions) {
        return new Due(
                step,
                kind,
                modality,
                met.on(),
                schoolDay,
                actions,
                facts.now(),
                facts.dueBy(met.on()),
                met.from(),
                met.to(),
                Instant.MAX);
    }

    boolean isSameAs(FollowUpTask task) {
        return task.step().equals(step)
                && Objects.equals(task.about(), about)
                && !task.date().isBefore(sameFrom)
                && !task.date().isAfter(sameTo);
    }
}
