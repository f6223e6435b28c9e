package uk.muster.query.sheet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.calendar.Term;
import uk.muster.query.school.School;

/** The days that a list looks at, both ends inclusive. */
public record Days(LocalDate from, LocalDate to) {

    private static final int LONGEST_HOLIDAY_WEEKS = 12;

    /**
     * Those asked for, each end where it is given.
     *
     * @param sheet from which they are looked at
     * @throws uk.muster.http.problem.ProblemException 422 when the first comes after the last or before the sheet's first
     */
    public static Days asked(@Nullable LocalDate from, @Nullable LocalDate to, Days otherwise, Sheet sheet) {
        Days days = new Days(
                Objects.requireNonNullElse(from, otherwise.from), Objects.requireNonNullElse(to, otherwise.to));
        if (days.from.isAfter(days.to)) {
            throw Problem.invalid("from must not be after to.").asException();
        }
        if (days.from.isBefore(sheet.from())) {
            throw Problem.invalid("from must not be before " + sheet.from() + ": lists look at this year and the last.")
                    .asException();
        }
        return days;
    }

    /** The half term that a day is in, up to that day; in the holidays the last one; the day alone where there was none. */
    public static Days halfTerm(School school, LocalDate day) {
        return school.state().calendars().values().stream()
                .flatMap(calendar -> calendar.terms().stream())
                .filter(halfTerm -> !halfTerm.from().isAfter(day))
                .max(Comparator.comparing(Term::from))
                .map(halfTerm -> new Days(halfTerm.from(), halfTerm.to().isBefore(day) ? halfTerm.to() : day))
                .orElse(new Days(day, day));
    }

    /** The school week that a day is in, up to that day; in the holidays the last one; the day alone where there was none. */
    public static Days schoolWeek(School school, LocalDate day) {
        List<LocalDate> mondays = school.calendars().schoolWeeks(day.minusWeeks(LONGEST_HOLIDAY_WEEKS), day).stream()
                .filter(monday -> !monday.isAfter(day))
                .toList();
        if (mondays.isEmpty()) {
            return new Days(day, day);
        }
        LocalDate sunday = mondays.getLast().plusDays(6);
        return new Days(mondays.getLast(), sunday.isBefore(day) ? sunday : day);
    }
}
