package uk.muster.query.console.child;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.query.console.shell.MarkLook;

/** A week's marks in order of session. */
public record FoldedWeek(List<FoldedMark> marks) {

    /**
     * A session's mark.
     *
     * @param session such as {@code Mon 7 Sep, morning}
     * @param look what it says now
     * @param before what it said at first, where that was amended
     * @param detail with minutes late; null where nothing is told
     */
    public record FoldedMark(
            String session,
            MarkLook look,
            @Nullable String before,
            @Nullable String detail,
            @Nullable String by,
            String recorded) {}
}
