package uk.muster.query.school;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.school.SchoolState;

/**
 * A school as it was known at an instant.
 *
 * @param calendars those that held then, with unplanned closures
 * @param published every calendar ever published by then, also those replaced since: marks were made under them
 */
public record School(
        SchoolState state, SchoolCalendars calendars, List<SchoolCalendars> published, EffectivePolicy policy) {

    /** Every session that any calendar ever had from the first date to the last, both inclusive, in order. */
    public SortedSet<SessionKey> sessionsEver(LocalDate from, LocalDate to) {
        SortedSet<SessionKey> sessions = new TreeSet<>();
        published.forEach(calendar -> sessions.addAll(calendar.sessions(from, to)));
        return sessions;
    }

    /** Whether the session was to be held, and the whole site not closed unexpectedly: whether a register of it is wanted. */
    public boolean wantsRegister(SessionKey session) {
        return calendars.isOpen(session)
                && state.unplannedClosures().stream()
                        .filter(closure -> closure.extent() == UnplannedClosure.Extent.WHOLE)
                        .noneMatch(closure -> closure.date().equals(session.date())
                                && (closure.session() == null || closure.session() == session.half()));
    }
}
