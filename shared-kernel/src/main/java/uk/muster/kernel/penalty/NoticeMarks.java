package uk.muster.kernel.penalty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/**
 * The codes of a pupil's sessions that stand behind a notice, at the school that records it.
 *
 * @param codes by session, at least from {@link #firstDay} on
 */
public record NoticeMarks(SchoolCalendars calendars, NavigableMap<SessionKey, String> codes) {

    /** The national framework looks at ten sessions in ten school weeks, each a week with a session held. */
    private static final int SESSIONS = 10;

    private static final int SCHOOL_WEEKS = 10;

    private static final Set<String> UNAUTHORISED = Set.of("G", "N", "O", "U");
    private static final String SUSPENDED = "E";

    public NoticeMarks {
        codes = Collections.unmodifiableNavigableMap(new TreeMap<>(codes));
    }

    /** The first day whose marks matter to a notice issued on a day: the Monday of the tenth school week back. */
    public static LocalDate firstDay(SchoolCalendars calendars, LocalDate issuedOn) {
        List<LocalDate> weeks = calendars.schoolWeeks(issuedOn.minusYears(1), issuedOn);
        return weeks.isEmpty() ? issuedOn : weeks.get(Math.max(0, weeks.size() - SCHOOL_WEEKS));
    }

    /**
     * Whether unauthorised absence of these codes, such as a holiday in term, is the ground of a notice: there are ten such sessions, or there is no
     * other unauthorised absence beside them (IPAT-X03).
     */
    boolean restsOn(Collection<String> exempt, LocalDate issuedOn) {
        List<String> counted = codes
                .subMap(
                        new SessionKey(firstDay(calendars, issuedOn), SessionHalf.AM),
                        true,
                        new SessionKey(issuedOn, SessionHalf.PM),
                        true)
                .values()
                .stream()
                .filter(UNAUTHORISED::contains)
                .toList();
        long exempted = counted.stream().filter(exempt::contains).count();
        return exempted >= SESSIONS || (exempted > 0 && exempted == counted.size());
    }

    /** Which school day of a suspension a day is, from 1; 0 where the pupil was not suspended on it. */
    int dayOfSuspension(LocalDate day) {
        List<LocalDate> before =
                calendars.schoolDays(firstDay(calendars, day), day).reversed();
        return (int) before.stream().takeWhile(this::isSuspended).count();
    }

    private boolean isSuspended(LocalDate day) {
        return Stream.of(SessionHalf.values()).anyMatch(half -> SUSPENDED.equals(codes.get(new SessionKey(day, half))));
    }
}
