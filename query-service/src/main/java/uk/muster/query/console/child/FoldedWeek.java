package uk.muster.query.console.child;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.query.console.shell.MarkLook;

/**
 * A week's marks in order of session.
 *
 * @param id of the week on the page
 * @param marks none where the week stays folded
 * @param open whether they are shown at once
 * @param href where the week is unfolded; null where its marks are here
 */
public record FoldedWeek(
        String id,
        List<FoldedMark> marks,
        boolean open,
        @Nullable String href) {

    static String id(LocalDate monday) {
        return "week-" + monday;
    }

    /**
     * A session's mark.
     *
     * @param session such as {@code Mon 7 Sep, morning}
     * @param look what it says now
     * @param before what it said at first, where that was amended
     * @param detail with minutes late; null where nothing is told
     * @param amendments each in a line: the codes, by whom, when and why
     */
    public record FoldedMark(
            String session,
            MarkLook look,
            @Nullable String before,
            @Nullable String detail,
            @Nullable String by,
            String recorded,
            List<String> amendments) {}
}
