package uk.muster.query.console.child;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a child's timeline.
 *
 * @param css a class of the stylesheet for its kind
 * @param struck whether it was found to be in error
 * @param change the code before and after, of an amendment
 * @param by who did it; null where nobody is named
 * @param at when it happened
 * @param recorded when it was recorded
 * @param delay how much later that was, in words; null where it was within the day
 * @param tag where it stands; null for what stands nowhere
 * @param lines what else is told
 * @param week the marks of a week, where they are folded into this one
 */
public record Entry(
        String kind,
        String css,
        String title,
        boolean struck,
        @Nullable Change change,
        @Nullable String by,
        String at,
        @Nullable String recorded,
        @Nullable String delay,
        @Nullable Tag tag,
        List<Line> lines,
        @Nullable FoldedWeek week) {

    public record Change(String before, String after) {}

    /** @param css a class of the stylesheet */
    public record Tag(String text, String css) {}

    public record Line(String label, String text) {}
}
