package uk.muster.query.console.child;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.query.attendance.AttendancePage;
import uk.muster.query.console.shell.MarkLook;
import uk.muster.query.console.shell.Say;

/** Lays a child's year out by half terms and weeks. */
final class YearStrip {

    private static final int SCHOOL_DAYS = 5;

    private final SchoolCalendars calendars;
    private final Map<SessionKey, AttendancePage.Session> marks = new HashMap<>();
    private final LocalDate today;

    private YearStrip(SchoolCalendars calendars, AttendancePage year, LocalDate today) {
        this.calendars = calendars;
        this.today = today;
        year.sessions().forEach(each -> marks.put(new SessionKey(each.date(), each.session()), each));
    }

    /** Every half term of the year that has begun, the newest first. */
    static List<TermTable> of(SchoolCalendars calendars, AttendancePage year, LocalDate today) {
        YearStrip strip = new YearStrip(calendars, year, today);
        return year.halfTerms().reversed().stream().map(strip::table).toList();
    }

    private TermTable table(AttendancePage.HalfTerm term) {
        String rate = term.percentage() == null
                ? "nothing possible yet"
                : term.percentage() + "%, " + term.attended() + " of " + Say.count(term.possible(), "session");
        return new TermTable(term.name(), rate, weeks(term.from(), term.to()));
    }

    private List<TermTable.Week> weeks(LocalDate from, LocalDate to) {
        List<TermTable.Week> weeks = new ArrayList<>();
        LocalDate last = to.isBefore(today) ? to : today;
        for (LocalDate monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                !monday.isAfter(last);
                monday = monday.plusWeeks(1)) {
            List<TermTable.Session> sessions = new ArrayList<>();
            for (int day = 0; day < SCHOOL_DAYS; day++) {
                for (SessionHalf half : SessionHalf.values()) {
                    sessions.add(session(new SessionKey(monday.plusDays(day), half)));
                }
            }
            weeks.add(new TermTable.Week(Say.shortDay(monday).substring("Mon ".length()), sessions));
        }
        return weeks;
    }

    private TermTable.Session session(SessionKey key) {
        AttendancePage.Session mark = marks.get(key);
        MarkLook look = mark != null
                ? MarkLook.of(mark.code())
                : calendars.isOpen(key) && !key.date().isAfter(today) ? MarkLook.NONE : MarkLook.CLOSED;
        String counted = mark == null || mark.counted() ? "" : " (counts nowhere)";
        return new TermTable.Session(
                look, Say.shortDay(key.date()) + ", " + Say.half(key.half()) + ": " + look.words() + counted);
    }
}
