package uk.muster.query.console.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.query.console.shell.MarkLook;
import uk.muster.query.console.tasks.TaskRow;

/**
 * A school's morning.
 *
 * @param day in words
 * @param readAt when this was read, by the clock
 * @param schoolDay whether the school is open at all
 * @param registers in a sentence
 * @param groups in order
 * @param window the time for calls; null on a day without school
 * @param unexplained pupils of whom nobody knows why they are not in, the longest silence first
 * @param explained pupils who are away for a reason that is known
 * @param tasks open and due by the end of the day, what is overdue first
 * @param moreTasks whether there are more of them than these
 */
public record BoardPage(
        String day,
        String readAt,
        boolean schoolDay,
        String registers,
        List<Group> groups,
        @Nullable CallWindow window,
        List<Missing> unexplained,
        List<Missing> explained,
        List<TaskRow> tasks,
        boolean moreTasks) {

    /** A group's two registers. */
    public record Group(String name, State morning, State afternoon) {}

    /**
     * Where a register stands.
     *
     * @param href its page
     * @param css a class of the stylesheet
     */
    public record State(String text, String css, String href) {}

    /**
     * @param text such as {@code Calls until 10:30am, 48 minutes left}
     * @param passed minutes of it that have passed, of {@code length}
     */
    public record CallWindow(String text, long passed, long length) {}

    /**
     * A pupil who is not in.
     *
     * @param look the mark, or that there is none; of a reason that is known nothing is shown
     * @param session of which register
     * @param day which day of silence, in words; empty where none is counted
     * @param lasting whether it is the second or a later one
     * @param attempts what was tried today, in words
     * @param formKey under which an attempt is recorded once
     * @param contactId whom to call first; null where nobody is on record
     * @param contact their name
     */
    public record Missing(
            String pupilId,
            String name,
            String group,
            List<String> flags,
            MarkLook look,
            String session,
            String day,
            boolean lasting,
            String attempts,
            String formKey,
            @Nullable String contactId,
            @Nullable String contact,
            @Nullable String phone) {}
}
