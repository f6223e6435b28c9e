package uk.muster.query.console.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** @param dropsOut when the oldest session leaves the window, and what it has then; null where none does */
    public record Line(
            String pupilId,
            @Nullable String name,
            String group,
            String window,
            int count,
            int threshold,
            boolean met,
            int provisional,
            List<Week> weeks,
            @Nullable String dropsOut) {}

    /**
     * A school week of the window.
     *
     * @param count its sessions; empty for none
     * @param oldest whether the session that drops out next is in it
     */
    public record Week(String label, String count, boolean oldest) {}
}
