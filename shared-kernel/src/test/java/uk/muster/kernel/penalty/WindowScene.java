package uk.muster.kernel.penalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.EffectivePolicy;

/** A child at a school with the calendars of two years, and what its registers say. */
final class WindowScene {

    static final Urn HERE = new Urn(900_001);
    static final Urn THERE = new Urn(900_002);

    private static final SchoolCalendar BEFORE = calendar(
            2025,
            "2025-09-01",
            "2025-10-24",
            "2025-11-03",
            "2025-12-19",
            "2026-01-05",
            "2026-02-13",
            "2026-02-23",
            "2026-03-27",
            "2026-04-13",
            "2026-05-22",
            "2026-06-01",
            "2026-07-17");
    private static final SchoolCalendar THIS = calendar(
            2026,
            "2026-09-01",
            "2026-10-23",
            "2026-11-02",
            "2026-12-18",
            "2027-01-04",
            "2027-02-12",
            "2027-02-22",
            "2027-03-25");

    private final List<Closure> closures = new ArrayList<>();
    private final List<UnplannedClosure> unplanned = new ArrayList<>();
    private final List<CountedSession> sessions = new ArrayList<>();
    private CompulsoryAge age = CompulsoryAge.from(LocalDate.parse("2016-03-01"));

    WindowScene bornOn(String date) {
        age = CompulsoryAge.from(LocalDate.parse(date));
        return this;
    }

    WindowScene closed(Closure... more) {
        closures.addAll(List.of(more));
        return this;
    }

    WindowScene closed(UnplannedClosure... more) {
        unplanned.addAll(List.of(more));
        return this;
    }

    /** Marks from a morning on, one session after the other, weekends left out; a dot for none. */
    WindowScene marks(String from, String codes) {
        return marks(from, codes, HERE);
    }

    /** @param urn null for marks that were imported */
    WindowScene marks(String from, String codes, @Nullable Urn urn) {
        LocalDate date = LocalDate.parse(from);
        SessionHalf half = SessionHalf.AM;
        for (int i = 0; i < codes.length(); i++) {
            char code = codes.charAt(i);
            if (code != '.') {
                sessions.add(new CountedSession(new SessionKey(date, half), String.valueOf(code), urn));
            }
            if (half == SessionHalf.PM) {
                date = date.plusDays(date.getDayOfWeek().getValue() == 5 ? 3 : 1);
            }
            half = half == SessionHalf.AM ? SessionHalf.PM : SessionHalf.AM;
        }
        return this;
    }

    WindowScene mark(SessionKey session, String code, @Nullable Urn urn) {
        sessions.add(new CountedSession(session, code, urn));
        return this;
    }

    SchoolCalendars calendars() {
        return SchoolCalendars.of(List.of(BEFORE, new SchoolCalendar(THIS.year(), THIS.terms(), closures)), unplanned);
    }

    SchoolWeeks weeks() {
        return SchoolWeeks.of(calendars())
                .withEarlier(sessions.stream()
                        .filter(each -> each.urn() == null)
                        .map(each -> each.session().date())
                        .toList());
    }

    CompulsoryAge age() {
        return age;
    }

    List<CountedSession> sessions() {
        return List.copyOf(sessions);
    }

    /** A window of a policy. */
    PenaltyWindow window(EffectivePolicy policy, String id, String on) {
        return Limit.of(policy.penalty()).stream()
                .filter(limit -> limit.id().equals(id))
                .map(limit -> PenaltyWindow.of(limit, weeks(), age, HERE, sessions, LocalDate.parse(on)))
                .findFirst()
                .orElseThrow();
    }

    private static SchoolCalendar calendar(int year, String... dates) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < dates.length; i += 2) {
            terms.add(new Term("Half term " + (i / 2 + 1), LocalDate.parse(dates[i]), LocalDate.parse(dates[i + 1])));
        }
        return new SchoolCalendar(new AcademicYear(year), terms, List.of());
    }
}
