package uk.muster.kernel.penalty;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.penalty.Period.Days;

/**
 * The school weeks of a child, each by its Monday: those of the school's calendars (G-04), whether the child was absent, present or not yet on roll.
 * Before the first of them nothing is known but a joiner's imported marks; there a week with such a mark is a school week, for the mark shows that a
 * session was held.
 */
public final class SchoolWeeks {

    private final SchoolCalendars calendars;
    private final NavigableSet<LocalDate> mondays;

    /** Worked out before: a school's thousand pupils are asked of the same few days. */
    private final Map<Asked, Days> known = new ConcurrentHashMap<>();

    private record Asked(Period period, LocalDate day) {}

    private SchoolWeeks(SchoolCalendars calendars, NavigableSet<LocalDate> mondays) {
        this.calendars = calendars;
        this.mondays = mondays;
    }

    public static SchoolWeeks of(SchoolCalendars calendars) {
        return new SchoolWeeks(calendars, new TreeSet<>(calendars.schoolWeeks()));
    }

    /** The same with the weeks of imported marks that lie before all calendars. */
    public SchoolWeeks withEarlier(Collection<LocalDate> dates) {
        List<LocalDate> earlier = dates.stream()
                .map(SchoolWeeks::monday)
                .filter(week -> !mondays.isEmpty() && week.isBefore(mondays.first()))
                .toList();
        if (earlier.isEmpty()) {
            return this;
        }
        NavigableSet<LocalDate> all = new TreeSet<>(mondays);
        all.addAll(earlier);
        return new SchoolWeeks(calendars, all);
    }

    /** What a period is on a day, worked out the first time that it is asked for. */
    Days days(Period period, LocalDate day, Supplier<Days> first) {
        return known.computeIfAbsent(new Asked(period, day), _ -> first.get());
    }

    /** The last {@code n} up to that of the day, in order; in the holidays those before them, and fewer where no more are known. */
    List<LocalDate> last(LocalDate day, int n) {
        return mondays.headSet(day, true).descendingSet().stream()
                .limit(n)
                .toList()
                .reversed();
    }

    /** Those that have a day from the first date to the last, both inclusive. */
    NavigableSet<LocalDate> between(LocalDate from, LocalDate to) {
        LocalDate first = monday(from);
        return to.isBefore(first) ? new TreeSet<>() : mondays.subSet(first, true, to, true);
    }

    /** Those that begin after the day. */
    NavigableSet<LocalDate> after(LocalDate day) {
        return mondays.tailSet(day, false);
    }

    /** The half term of a school week: that of its last school day. Empty for a week that no calendar has. */
    Optional<Term> termOf(LocalDate week) {
        return calendars.schoolDays(week, sunday(week)).stream()
                .reduce((_, later) -> later)
                .flatMap(calendars::termOf);
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static LocalDate sunday(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }
}
