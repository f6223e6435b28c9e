package uk.muster.query.console.child;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.query.console.action.ChildAction;
import uk.muster.query.console.chart.Spark;
import uk.muster.query.console.chart.WindowWeeks;
import uk.muster.query.console.shell.Identity;
import uk.muster.query.evidence.Purpose;

/**
 * Everything that the page of a child shows.
 *
 * @param actions what the reader may record
 * @param due open tasks, what is overdue first
 * @param year in words, such as {@code 2026 to 2027}
 * @param windows unauthorised absence in the windows of the policy
 * @param timeline newest first
 * @param spark the year's rates week by week
 * @param older the way to what happened before; null when all is shown
 * @param whole whether every week is unfolded, for paper
 * @param onPaper the query that unfolds them
 * @param evidence how an evidence pack is asked for; null where the reader may have none
 */
public record ChildPage(
        Identity child,
        List<ChildAction> actions,
        Summary summary,
        Spark spark,
        List<Due> due,
        String year,
        List<TermTable> terms,
        List<Window> windows,
        List<Entry> timeline,
        List<KindChoice> kinds,
        Span.@Nullable Older older,
        boolean whole,
        String onPaper,
        String printedAt,
        @Nullable EvidenceForm evidence) {

    /**
     * A task that waits.
     *
     * @param clock how long there is, or for how long it has been overdue
     */
    public record Due(String taskId, String title, String day, String clock, boolean overdue, String by) {}

    /** @param fill sessions counted, of {@code threshold}, held at it */
    public record Window(
            String name, int count, int threshold, int fill, boolean met, int provisional, WindowWeeks drawn) {}

    /** @param from,to days that stand in the form at first */
    public record EvidenceForm(LocalDate from, LocalDate to, List<Purpose> purposes) {}

    /** Something to choose from. */
    public record KindChoice(String value, String label, boolean chosen) {}
}
