package uk.muster.query.board;

import java.time.LocalDateTime;
import java.time.LocalTime;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.EffectivePolicy;

/** Where a register stands at a moment of the business clock. */
public enum RegisterStatus {
    /** Taken, and everyone of the group has an entry. */
    TAKEN,
    /** Taken, and someone of the group has none. */
    INCOMPLETE,
    /** Not taken, and its time has come: from the opening of the session's register on. */
    DUE,
    /** Not taken, and the closing of the register is more than {@code register.overdue_after_minutes} past (HCAT-33). */
    OVERDUE,
    /** Not taken, and none is wanted: not yet, or the session was not to be held, or the whole site closed unexpectedly. */
    NOT_DUE;

    /**
     * The status of a register that nobody took.
     *
     * @param now local time at the school
     */
    static RegisterStatus untaken(SessionKey session, EffectivePolicy policy, LocalDateTime now) {
        LocalTime opens = policy.sessions().opens(session.half());
        LocalTime closes = policy.sessions().closes(session.half());
        if (now.isBefore(session.date().atTime(opens))) {
            return NOT_DUE;
        }
        LocalDateTime limit =
                session.date().atTime(closes).plusMinutes(policy.register().overdueAfterMinutes());
        return now.isAfter(limit) ? OVERDUE : DUE;
    }
}
