package uk.muster.kernel.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.muster.kernel.identity.AcademicYear;

/** Term dates as schools published them. */
final class PublishedCalendars {

    /** Widmer End, Buckinghamshire: 190 days, 40 school weeks. */
    static final List<Term> WIDMER_END_2026 = terms(
            "2026-09-03",
            "2026-10-21",
            "2026-11-02",
            "2026-12-18",
            "2027-01-05",
            "2027-02-12",
            "2027-02-22",
            "2027-03-25",
            "2027-04-12",
            "2027-05-28",
            "2027-06-07",
            "2027-07-21");

    /** Shade Primary, West Yorkshire: 190 days, 40 school weeks. */
    static final SchoolCalendar SHADE_2026 = calendar(
            2026,
            terms(
                    "2026-09-02",
                    "2026-10-23",
                    "2026-11-02",
                    "2026-12-18",
                    "2027-01-04",
                    "2027-02-11",
                    "2027-02-22",
                    "2027-03-25",
                    "2027-04-12",
                    "2027-05-27",
                    "2027-06-09",
                    "2027-07-21"),
            bankHoliday("2027-05-03"));

    /** Crabtree, Hertfordshire: 190 days, 40 school weeks. */
    static final SchoolCalendar CRABTREE_2024 = calendar(
            2024,
            terms(
                    "2024-09-04",
                    "2024-10-25",
                    "2024-11-05",
                    "2024-12-19",
                    "2025-01-07",
                    "2025-02-14",
                    "2025-02-24",
                    "2025-04-04",
                    "2025-04-23",
                    "2025-05-23",
                    "2025-06-02",
                    "2025-07-23"),
            bankHoliday("2025-05-05"));

    /** Sidmouth Primary, Hull, with a training day on a Monday in term: 189 days, 39 school weeks. */
    static final SchoolCalendar SIDMOUTH_2024 = calendar(
            2024,
            terms(
                    "2024-09-03",
                    "2024-10-25",
                    "2024-11-04",
                    "2024-12-20",
                    "2025-01-07",
                    "2025-02-14",
                    "2025-02-24",
                    "2025-04-04",
                    "2025-04-23",
                    "2025-05-23",
                    "2025-06-02",
                    "2025-07-18"),
            new Closure(LocalDate.parse("2025-03-10"), ClosureKind.INSET, null),
            bankHoliday("2025-05-05"));

    private PublishedCalendars() {}

    private static SchoolCalendar calendar(int year, List<Term> terms, Closure... closures) {
        return new SchoolCalendar(new AcademicYear(year), terms, List.of(closures));
    }

    private static Closure bankHoliday(String date) {
        return new Closure(LocalDate.parse(date), ClosureKind.BANK_HOLIDAY, null);
    }

    private static List<Term> terms(String... dates) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < dates.length; i += 2) {
            terms.add(new Term("Half term " + (i / 2 + 1), LocalDate.parse(dates[i]), LocalDate.parse(dates[i + 1])));
        }
        return terms;
    }
}
