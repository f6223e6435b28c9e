package uk.muster.query.console.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.code.AttendanceCodes;
import uk.muster.kernel.code.Authorisation;

/**
 * How a mark looks: its letter always, and a colour beside it.
 *
 * @param css a class of the stylesheet
 * @param letter the same as a class of a letter, for tables of thousands of marks; null for a child who is present, as most are
 * @param words what the code means
 */
public record MarkLook(String code, String css, @Nullable String letter, String words) {

    private static final int LONGEST = 60;

    private static final Map<String, String> LETTERS =
            Map.of("late", "l", "activity", "b", "leave", "i", "absent", "o", "unknown", "n", "unable", "y");

    /** By code; a page has thousands of marks, and there are some thirty codes. */
    private static final Map<String, MarkLook> LOOKS = new ConcurrentHashMap<>();

    /** A session that the calendar has and nobody marked. */
    public static final MarkLook NONE = new MarkLook("", "mu-m mu-m--none", "z", "no mark");

    /** A session that is not to be held, or not yet. */
    public static final MarkLook CLOSED = new MarkLook("", "mu-m mu-m--closed", "x", "no session");

    /** @throws IllegalArgumentException when there is no such code */
    public static MarkLook of(String symbol) {
        return LOOKS.computeIfAbsent(symbol, MarkLook::made);
    }

    private static MarkLook made(String symbol) {
        AttendanceCode code = AttendanceCodes.standard().get(symbol);
        String kind = kind(code);
        return new MarkLook(symbol, "mu-m mu-m--" + kind, LETTERS.get(kind), shorten(code.description()));
    }

    private static String kind(AttendanceCode code) {
        return switch (code.symbol()) {
            case "N" -> "unknown";
            case "L" -> "late";
            default ->
                switch (code.category()) {
                    case ATTENDING -> "present";
                    case APPROVED_EDUCATIONAL_ACTIVITY -> "activity";
                    case AUTHORISED_ABSENCE -> "leave";
                    case UNAUTHORISED_ABSENCE -> "absent";
                    case UNABLE_TO_ATTEND, ADMINISTRATIVE_NOT_POSSIBLE -> "unable";
                };
        };
    }

    /** Whether an absence was without leave, for whoever counts them in words. */
    public static boolean isUnauthorised(String symbol) {
        return AttendanceCodes.standard().get(symbol).authorisation() == Authorisation.UNAUTHORISED;
    }

    /** The table's words up to the first bracket or colon, which is where its explanations begin. */
    private static String shorten(String description) {
        String words = description.split(" \\(|: absent", 2)[0];
        return words.length() > LONGEST ? words.substring(0, words.lastIndexOf(' ', LONGEST)) + " …" : words;
    }
}
