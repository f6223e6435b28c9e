package uk.muster.query.console.tasks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A school's tasks.
 *
 * @param finding the list in a sentence
 * @param status,kind what was asked for; empty for all
 * @param next the query of the next page; null on the last
 */
public record TasksPage(
        String finding,
        List<TaskRow> tasks,
        String status,
        String kind,
        List<Choice> statuses,
        List<Choice> kinds,
        @Nullable String next) {

    public record Choice(String value, String label, boolean chosen) {}
}
