package uk.muster.query.console.child;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import uk.muster.kernel.calendar.London;
import uk.muster.query.chronology.ChronologyItem;
import uk.muster.query.console.child.ChildPage.Due;
import uk.muster.query.console.shell.Say;

/** Puts the open tasks of a child into words, what is overdue first. */
final class DueTasks {

    private DueTasks() {}

    /** @param tasks every one, of any status */
    static List<Due> of(List<ChronologyItem> tasks, Instant now) {
        LocalDate today = London.dateOf(now);
        return tasks.stream()
                .filter(task -> String.valueOf(task.data().get("status")).equals("OPEN"))
                .sorted(Comparator.comparing(task -> (Instant) task.data().get("dueAt")))
                .map(task -> due(task, now, today))
                .toList();
    }

    private static Due due(ChronologyItem task, Instant now, LocalDate today) {
        Instant dueAt = (Instant) task.data().get("dueAt");
        boolean overdue = now.isAfter(dueAt);
        String length = Say.length(Duration.between(now, dueAt));
        return new Due(
                task.id(),
                Timeline.task(task.data()),
                task.data().get("about") == null && task.data().get("schoolDay") instanceof Integer day
                        ? "Day " + day
                        : "",
                overdue ? "overdue by " + length : length + " left",
                overdue,
                Say.momentFrom(today, dueAt));
    }
}
