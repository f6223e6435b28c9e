package uk.muster.query.console.child;

import java.util.List;
import uk.muster.query.console.shell.MarkLook;

/**
 * A half term of a child's year, a line for each week.
 *
 * @param rate what it comes to, in words
 */
public record TermTable(String name, String rate, List<Week> weeks) {

    /**
     * @param label the week's Monday
     * @param sessions ten: morning and afternoon from Monday to Friday
     */
    public record Week(String label, List<Session> sessions) {}

    /** @param title what a pointer that rests on it shows, such as {@code Mon 7 Sep, morning: Illness} */
    public record Session(MarkLook look, String title) {}
}
