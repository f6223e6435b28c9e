package uk.muster.query.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.SessionHalf;

/**
 * A session that counts.
 *
 * @param urn the school whose register has it; null for an earlier school that was imported by its name
 * @param school that name; null for all others
 */
public record SessionOfWindow(
        LocalDate date,
        SessionHalf session,
        String code,
        @Nullable String urn,
        @Nullable String school) {

    private static final Pattern URN = Pattern.compile("[0-9]{6}");

    /** Whether an import named the school by its number, and so by no free text. */
    static boolean isUrn(String earlierSchool) {
        return URN.matcher(earlierSchool.strip()).matches();
    }

    /** @param earlierSchool what an import called the school; null where there was none, or where nobody can read it any more */
    static List<SessionOfWindow> of(List<CountedSession> sessions, @Nullable String earlierSchool) {
        return sessions.stream().map(each -> of(each, earlierSchool)).toList();
    }

    private static SessionOfWindow of(CountedSession each, @Nullable String earlierSchool) {
        boolean imported = each.urn() == null;
        boolean byUrn = imported && earlierSchool != null && isUrn(earlierSchool);
        String urn =
                byUrn ? earlierSchool.strip() : imported ? null : each.urn().toString();
        return new SessionOfWindow(
                each.session().date(),
                each.session().half(),
                each.code(),
                urn,
                imported && !byUrn ? earlierSchool : null);
    }
}
