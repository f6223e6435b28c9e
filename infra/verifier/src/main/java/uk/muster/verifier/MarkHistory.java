package uk.muster.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.muster.verifier.json.Json;
import uk.muster.verifier.json.MalformedJsonException;

/** What an export says of one mark: how it was entered, and each change, by whom, when and why. */
final class MarkHistory {

    private static final Pattern MARK = Pattern.compile("(.+)/(\\d{4}-\\d{2}-\\d{2})/(AM|PM)");
    private static final byte[] TYPE = Bytes.ascii("type");
    private static final byte[] TIME = Bytes.ascii("time");
    private static final byte[] DATA = Bytes.ascii("data");
    private static final byte[] MARKS = Bytes.ascii("marks");
    private static final byte[] PUPIL = Bytes.ascii("pupilId");

    private final String mark;
    private final byte[] pupil;
    private final byte[] date;
    private final byte[] half;
    private final List<String> told = new ArrayList<>();
    private @Nullable String code;

    private MarkHistory(String mark, String pupil, String date, String half) {
        this.mark = mark;
        this.pupil = Bytes.ascii(pupil);
        this.date = Bytes.ascii(date);
        this.half = Bytes.ascii(half);
    }

    /**
     * Of a mark as it is asked for.
     *
     * @param mark the MIS's id of the pupil, the date and the session, {@code p2/2026-03-03/AM}
     * @throws IllegalArgumentException when it is not of that form
     */
    static MarkHistory of(String mark) {
        Matcher parts = MARK.matcher(mark);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A mark is named by pupil, date and session, as p2/2026-03-03/AM.");
        }
        return new MarkHistory(mark, parts.group(1), parts.group(2), parts.group(3));
    }

    /** Takes in an event that holds. */
    void add(Json line, Event event) throws MalformedJsonException {
        int data = line.field(0, DATA);
        if (!says(line, data, "date", date) || !says(line, data, "session", half)) {
            return;
        }
        String type = line.text(line.field(0, TYPE));
        int marks = line.field(data, MARKS);
        if (marks != Json.NONE) {
            for (int each = marks + 1; each < line.after(marks); each = line.after(each)) {
                if (line.says(line.field(each, PUPIL), pupil)) {
                    tell(
                            line,
                            event,
                            "entered as " + enter(line, each) + " in the register of " + text(line, data, "group")
                                    + " by " + person(line, data, "takenBy"));
                }
            }
        } else if (says(line, data, "pupilId", pupil)) {
            if (type.startsWith("mark-amended.")) {
                String from = text(line, data, "originalCode");
                code = text(line, data, "amendedCode");
                tell(
                        line,
                        event,
                        "amended from " + from + " to " + code + " by " + person(line, data, "author") + ", reason: "
                                + text(line, data, "reason"));
            } else if (type.startsWith("late-arrival-recorded.")) {
                tell(line, event, "entered as " + enter(line, data) + " on arrival by " + person(line, data, "author"));
            }
        }
    }

    /** All of it, as lines to read. */
    String inWords() {
        if (code == null) {
            return "No register here says anything of " + mark + ".";
        }
        return mark + " is " + code + ":\n" + String.join("\n", told);
    }

    private String enter(Json line, int of) throws MalformedJsonException {
        String entered = text(line, of, "code");
        code = entered;
        return entered;
    }

    private void tell(Json line, Event event, String what) throws MalformedJsonException {
        told.add("  position %d, recorded %s: %s".formatted(event.position(), line.text(line.field(0, TIME)), what));
    }

    private static boolean says(Json line, int of, String name, byte[] text) {
        int value = line.field(of, Bytes.ascii(name));
        return value != Json.NONE && line.says(value, text);
    }

    private static String text(Json line, int of, String name) throws MalformedJsonException {
        int value = line.field(of, Bytes.ascii(name));
        return value == Json.NONE || !line.isString(value) ? "nothing given" : line.text(value);
    }

    /** A person with their position, or that they are not shown. */
    private static String person(Json line, int of, String name) throws MalformedJsonException {
        int person = line.field(of, Bytes.ascii(name));
        if (person == Json.NONE || line.isString(person)) {
            return "somebody whose name reads " + (person == Json.NONE ? "nothing" : line.text(person));
        }
        return text(line, person, "name") + " (" + text(line, person, "position") + ")";
    }
}
