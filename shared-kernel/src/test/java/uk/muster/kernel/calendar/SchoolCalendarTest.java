package uk.muster.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.SessionHalf;

class SchoolCalendarTest {

    private static final AcademicYear YEAR = new AcademicYear(2026);
    private static final Closure MAY_DAY = new Closure(day("2027-05-03"), ClosureKind.BANK_HOLIDAY, null);

    @Test
    void aPublishedCalendarOf190DaysHasNeitherFaultNorWarning() {
        SchoolCalendar calendar = new SchoolCalendar(YEAR, PublishedCalendars.WIDMER_END_2026, List.of(MAY_DAY));
        assertThat(calendar.faults()).isEmpty();
        assertThat(calendar.warnings()).isEmpty();
    }

    @Test
    void anUndeclaredBankHolidayAndItsSessionsAreWarnedOf() {
        SchoolCalendar calendar = new SchoolCalendar(YEAR, PublishedCalendars.WIDMER_END_2026, List.of());
        assertThat(calendar.faults()).isEmpty();
        assertThat(calendar.warnings())
                .containsExactly(
                        "The year has 382 sessions; a maintained school's has at least 380.",
                        "2027-05-03 (Early May bank holiday) is a bank holiday, but the calendar has the school open.");
    }

    @Test
    void aBankHolidayOnTheWrongDayIsWarnedOf() {
        Closure wrong = new Closure(day("2027-05-05"), ClosureKind.BANK_HOLIDAY, null);
        assertThat(new SchoolCalendar(YEAR, PublishedCalendars.WIDMER_END_2026, List.of(MAY_DAY, wrong)).warnings())
                .containsExactly(
                        "The year has 378 sessions; a maintained school's has at least 380.",
                        "2027-05-05, a Wednesday, is no bank holiday of England.");
    }

    @Test
    void nothingIsSaidOfBankHolidaysInUnknownYears() {
        SchoolCalendar calendar = new SchoolCalendar(
                new AcademicYear(2050), List.of(term("Autumn 1", "2050-09-05", "2050-12-16")), List.of());
        assertThat(calendar.warnings())
                .containsExactly("The year has 150 sessions; a maintained school's has at least 380.");
    }

    @Test
    void aTermThatBeginsOrEndsAtAWeekendIsWarnedOf() {
        SchoolCalendar calendar =
                new SchoolCalendar(YEAR, List.of(term("Autumn 1", "2026-09-05", "2026-10-18")), List.of());
        assertThat(calendar.warnings())
                .contains("Autumn 1 begins on 2026-09-05, a Saturday.", "Autumn 1 ends on 2026-10-18, a Sunday.");
    }

    @Test
    void everyFaultOfTheTermsIsNamedAtOnce() {
        SchoolCalendar calendar = new SchoolCalendar(
                YEAR,
                List.of(
                        term("Autumn 1", "2026-07-31", "2026-10-23"),
                        term(" ", "2026-10-23", "2026-12-18"),
                        term("Spring 1", "2027-02-12", "2027-01-04"),
                        term("Autumn 2", "2026-11-02", "2026-11-03"),
                        term("Summer", "2027-08-02", "2027-08-01")),
                List.of());
        assertThat(calendar.faults())
                .extracting(CalendarFault::pointer)
                .containsExactly(
                        "/terms/0/from",
                        "/terms/1/name",
                        "/terms/1/from",
                        "/terms/2/to",
                        "/terms/3/from",
                        "/terms/4/from",
                        "/terms/4/to",
                        "/terms/4/to");
    }

    @Test
    void everyFaultOfTheClosuresIsNamedAtOnce() {
        SchoolCalendar calendar = new SchoolCalendar(
                YEAR,
                PublishedCalendars.WIDMER_END_2026,
                List.of(
                        new Closure(day("2026-09-12"), ClosureKind.INSET, null),
                        new Closure(day("2026-10-26"), ClosureKind.INSET, null),
                        new Closure(day("2027-06-08"), ClosureKind.OCCASIONAL, SessionHalf.AM),
                        new Closure(day("2027-06-08"), ClosureKind.OCCASIONAL, SessionHalf.PM),
                        new Closure(day("2027-06-08"), ClosureKind.PLANNED, null),
                        new Closure(day("2027-06-08"), ClosureKind.PLANNED, SessionHalf.PM)));
        assertThat(calendar.faults())
                .containsExactly(
                        new CalendarFault(
                                "/closures/0/date", "2026-09-12 is a Saturday, when school is closed anyway."),
                        new CalendarFault("/closures/1/date", "2026-10-26 lies in no half term of this calendar."),
                        new CalendarFault("/closures/4/date", "2027-06-08 is closed by an earlier entry already."),
                        new CalendarFault("/closures/5/date", "2027-06-08 is closed by an earlier entry already."));
    }

    @Test
    void aCalendarWithoutTermsIsRefused() {
        assertThat(new SchoolCalendar(YEAR, List.of(), List.of()).faults())
                .containsExactly(new CalendarFault("/terms", "A calendar has at least one half term."));
    }

    @Test
    void aCalendarKeepsWhatItWasMadeOf() {
        List<Term> terms = new ArrayList<>(PublishedCalendars.WIDMER_END_2026);
        SchoolCalendar calendar = new SchoolCalendar(YEAR, terms, List.of());
        terms.clear();
        assertThat(calendar.terms()).hasSize(6);
    }

    private static Term term(String name, String from, String to) {
        return new Term(name, day(from), day(to));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
