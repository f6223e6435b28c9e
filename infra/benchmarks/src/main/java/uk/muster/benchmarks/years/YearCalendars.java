package uk.muster.benchmarks.years;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.simulator.school.PublishedCalendars;

/**
 * A calendar for any year: a published one moved by the whole number of weeks that brings its first day nearest to the same date, so that weekdays stay
 * what they were, and closed on the early May bank holiday of that year.
 */
final class YearCalendars {

    private static final SchoolCalendar PUBLISHED = PublishedCalendars.SHADE_2026;
    private static final int MAY = 5;

    private YearCalendars() {}

    static SchoolCalendar of(int startYear) {
        LocalDate first = PUBLISHED.terms().getFirst().from();
        long weeks = Math.round(ChronoUnit.DAYS.between(first, first.withYear(startYear)) / 7.0);
        List<Term> terms = PUBLISHED.terms().stream()
                .map(half -> new Term(
                        half.name(), half.from().plusWeeks(weeks), half.to().plusWeeks(weeks)))
                .toList();
        LocalDate bankHoliday =
                LocalDate.of(startYear + 1, MAY, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        List<Closure> closures = terms.stream().anyMatch(half -> half.contains(bankHoliday))
                ? List.of(new Closure(bankHoliday, ClosureKind.BANK_HOLIDAY, null))
                : List.of();
        return new SchoolCalendar(new AcademicYear(startYear), terms, closures);
    }
}
