package uk.muster.verifier;

import uk.muster.verifier.json.Json;

/** Sessions as a payload and as a line write them. */
final class SessionCheck {

    private static final byte[] DATE = Bytes.ascii("date");
    private static final byte[] HALF = Bytes.ascii("half");
    private static final byte[] SESSION = Bytes.ascii("session");
    private static final byte[] CODE = Bytes.ascii("code");
    private static final byte[] URN = Bytes.ascii("urn");

    /** Whether {@code {"date", "session"}} says {@code {"date", "half"}}. */
    boolean isSession(Json line, int value, Json facts, int fact) {
        return line.size(value) == 2 && says(line, value, facts, fact);
    }

    /** Whether each of a list does. */
    boolean areSessions(Json line, int value, Json facts, int fact) {
        return all(line, value, facts, fact, (shown, recorded) -> isSession(line, shown, facts, recorded));
    }

    /** Whether {@code [{"date", "session", "code", "urn"?}]} says {@code [{"session": {"date", "half"}, "code", "urn"?}]}. */
    boolean areMarkedSessions(Json line, int value, Json facts, int fact) {
        return all(line, value, facts, fact, (shown, recorded) -> isMarkedSession(line, shown, facts, recorded));
    }

    private static boolean isMarkedSession(Json line, int shown, Json facts, int recorded) {
        int session = facts.field(recorded, SESSION);
        boolean ofASchool = facts.field(recorded, URN) != Json.NONE;
        return session != Json.NONE
                && line.size(shown) == (ofASchool ? 4 : 3)
                && says(line, shown, facts, session)
                && agree(line, shown, CODE, facts, recorded, CODE)
                && (!ofASchool || agree(line, shown, URN, facts, recorded, URN));
    }

    private static boolean says(Json line, int shown, Json facts, int session) {
        return agree(line, shown, DATE, facts, session, DATE) && agree(line, shown, SESSION, facts, session, HALF);
    }

    private interface Pair {
        boolean agrees(int shown, int recorded);
    }

    private static boolean all(Json line, int value, Json facts, int fact, Pair pair) {
        if (line.kind(value) != Json.Kind.ARRAY || facts.kind(fact) != Json.Kind.ARRAY) {
            return false;
        }
        int shown = value + 1;
        int recorded = fact + 1;
        while (shown < line.after(value) && recorded < facts.after(fact)) {
            if (!pair.agrees(shown, recorded)) {
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
