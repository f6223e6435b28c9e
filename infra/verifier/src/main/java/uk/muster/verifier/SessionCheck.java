package uk.muster.verifier;

import uk.muster.verifier.json.Json;

/** Sessions as a payload and as a line write them. */
final class SessionCheck {

    private static final byte[] DATE = Bytes.ascii("date");
    private static final byte[] HALF = Bytes.ascii("half");
    private static final byte[] SESSION = Bytes.ascii("session");
    private static final byte[] CODE = Bytes.ascii("code");

    /** Whether {@code {"date", "session"}} says {@code {"date", "half"}}. */
    boolean isSession(Json line, int value, Json facts, int fact) {
        return line.size(value) == 2
                && agree(line, value, DATE, facts, fact, DATE)
                && agree(line, value, SESSION, facts, fact, HALF);
    }

    /** Whether {@code [{"date", "session", "code"}]} says {@code [{"session": {"date", "half"}, "code"}]}. */
    boolean areEarlierSessions(Json line, int value, Json facts, int fact) {
        if (line.kind(value) != Json.Kind.ARRAY || facts.kind(fact) != Json.Kind.ARRAY) {
            return false;
        }
        int shown = value + 1;
        int recorded = fact + 1;
        while (shown < line.after(value) && recorded < facts.after(fact)) {
            int session = facts.field(recorded, SESSION);
            if (session == Json.NONE
                    || line.size(shown) != 3
                    || !agree(line, shown, DATE, facts, session, DATE)
                    || !agree(line, shown, SESSION, facts, session, HALF)
                    || !agree(line, shown, CODE, facts, recorded, CODE)) {
                return false;
            }
            shown = line.after(shown);
            recorded = facts.after(recorded);
        }
        return shown == line.after(value) && recorded == facts.after(fact);
    }

    private static boolean agree(Json line, int shown, byte[] name, Json facts, int recorded, byte[] recordedName) {
        int value = line.field(shown, name);
        int fact = facts.field(recorded, recordedName);
        return value != Json.NONE && fact != Json.NONE && line.same(value, facts, fact);
    }
}
