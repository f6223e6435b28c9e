package uk.muster.query.console.child;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.query.console.action.ChildAction;
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
 * @param older the query that shows what happened before; null when all is shown
 * @param whole whether every week is unfolded, for paper
 * @param evidence how an evidence pack is asked for; null where the reader may have none
 */
public record ChildPage(
        Identity child,
        List<ChildAction> actions,
        Summary summary,
        List<Due> due,
        String year,
        List<TermTable> terms,
        List<Window> windows,
        List<Entry> timeline,
        List<KindChoice> kinds,
        @Nullable String older,
        boolean whole,
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
            String name,
            int count,
            int threshold,
            int fill,
            boolean met,
            int provisional,
            @Nullable String dropsOut) {}

    /** @param from,to days that stand in the form at first */
    public record EvidenceForm(LocalDate from, LocalDate to, List<Purpose> purposes) {}

    public record KindChoice(String value, String label, boolean chosen) {}
}
