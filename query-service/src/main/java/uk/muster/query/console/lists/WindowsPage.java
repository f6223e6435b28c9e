package uk.muster.query.console.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.query.console.chart.WindowWeeks;

/**
 * Pupils by their absence without leave in the windows of the school's policy.
 *
 * @param finding the list in a sentence
 * @param named whether names are shown
 * @param minSessions how many a window has at least
 * @param next the query of the next page; null on the last
 */
public record WindowsPage(
        String finding,
        boolean named,
        int minSessions,
        List<Line> lines,
        @Nullable String next) {

    public record Line(
            String pupilId,
            @Nullable String name,
            String group,
            String window,
            int count,
            int threshold,
            boolean met,
            int provisional,
            WindowWeeks drawn) {}
}
