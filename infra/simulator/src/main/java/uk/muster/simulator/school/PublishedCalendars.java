package uk.muster.simulator.school;

import java.time.LocalDate;
import java.util.List;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.identity.AcademicYear;

/** Real calendars, as schools published them on their own sites, with bank holidays inside term as closures. */
public final class PublishedCalendars {

    /** Widmer End Combined School, Buckinghamshire: 190 days. */
    public static final SchoolCalendar WIDMER_END_2026 = new SchoolCalendar(
            new AcademicYear(2026),
            List.of(
                    half("Autumn 1", "2026-09-03", "2026-10-21"),
                    half("Autumn 2", "2026-11-02", "2026-12-18"),
                    half("Spring 1", "2027-01-05", "2027-02-12"),
                    half("Spring 2", "2027-02-22", "2027-03-25"),
                    half("Summer 1", "2027-04-12", "2027-05-28"),
                    half("Summer 2", "2027-06-07", "2027-07-21")),
            List.of(bankHoliday("2027-05-03")));

    /** Shade Primary School, West Yorkshire: 190 days. */
    public static final SchoolCalendar SHADE_2026 = new SchoolCalendar(
            new AcademicYear(2026),
            List.of(
                    half("Autumn 1", "2026-09-02", "2026-10-23"),
                    half("Autumn 2", "2026-11-02", "2026-12-18"),
                    half("Spring 1", "2027-01-04", "2027-02-11"),
                    half("Spring 2", "2027-02-22", "2027-03-25"),
                    half("Summer 1", "2027-04-12", "2027-05-27"),
                    half("Summer 2", "2027-06-09", "2027-07-21")),
            List.of(bankHoliday("2027-05-03")));

    /** Saint Gregory's Catholic College: 190 days. */
    public static final SchoolCalendar SAINT_GREGORYS_2026 = new SchoolCalendar(
            new AcademicYear(2026),
            List.of(
                    half("Autumn 1", "2026-09-03", "2026-10-23"),
                    half("Autumn 2", "2026-11-03", "2026-12-18"),
                    half("Spring 1", "2027-01-05", "2027-02-12"),
                    half("Spring 2", "2027-02-22", "2027-03-25"),
                    half("Summer 1", "2027-04-12", "2027-05-28"),
                    half("Summer 2", "2027-06-07", "2027-07-20")),
            List.of(bankHoliday("2027-05-03")));

    /** Crabtree Schools, Hertfordshire: 189 days. */
    public static final SchoolCalendar CRABTREE_2025 = new SchoolCalendar(
            new AcademicYear(2025),
            List.of(
                    half("Autumn 1", "2025-09-02", "2025-10-22"),
                    half("Autumn 2", "2025-11-03", "2025-12-17"),
                    half("Spring 1", "2026-01-05", "2026-02-13"),
                    half("Spring 2", "2026-02-23", "2026-03-27"),
                    half("Summer 1", "2026-04-13", "2026-05-22"),
                    half("Summer 2", "2026-06-01", "2026-07-17")),
            List.of(bankHoliday("2026-05-04")));

    /** Stamford Bridge Primary School, East Riding of Yorkshire: 190 days. */
    public static final SchoolCalendar STAMFORD_BRIDGE_2025 = new SchoolCalendar(
            new AcademicYear(2025),
            List.of(
                    half("Autumn 1", "2025-09-03", "2025-10-24"),
                    half("Autumn 2", "2025-11-03", "2025-12-19"),
                    half("Spring 1", "2026-01-06", "2026-02-13"),
                    half("Spring 2", "2026-02-23", "2026-03-27"),
                    half("Summer 1", "2026-04-13", "2026-05-21"),
                    half("Summer 2", "2026-06-01", "2026-07-17")),
            List.of(bankHoliday("2026-05-04")));

    private PublishedCalendars() {}

    private static Term half(String name, String from, String to) {
        return new Term(name, LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Closure bankHoliday(String date) {
        return new Closure(LocalDate.parse(date), ClosureKind.BANK_HOLIDAY, null);
    }
}
