package uk.muster.kernel.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.muster.kernel.calendar.SchoolCalendars;

/**
 * The last school weeks and those before them, whatever holidays lie between.
 *
 * @param before Monday of the first of the weeks before
 * @param recent Monday of the first of the last weeks
 * @param to the last day looked at, which may be in the middle of a week
 */
public record TrendWeeks(LocalDate before, LocalDate recent, LocalDate to) {

    /** Over how many weeks a trend goes, and over how many before them. */
    public static final int WEEKS = 4;

    /** The longest time that eight school weeks take: the summer's holiday and a fortnight's lie between. */
    private static final int LOOK_BACK_WEEKS = 26;

    /**
     * The last so many school weeks up to a day, its own among them, against as many before; fewer before where the calendars have no more.
     *
     * @param weeks 1 or more
     * @return empty when the calendars have no week before
     */
    public static Optional<TrendWeeks> until(SchoolCalendars calendars, LocalDate to, int weeks) {
        List<LocalDate> mondays = calendars.schoolWeeks(to.minusWeeks(LOOK_BACK_WEEKS + 2L * weeks), to).stream()
                .filter(monday -> !monday.isAfter(to))
                .toList();
        int size = mondays.size();
        return size <= weeks
                ? Optional.empty()
                : Optional.of(
                        new TrendWeeks(mondays.get(Math.max(0, size - 2 * weeks)), mondays.get(size - weeks), to));
    }

    /** Percentage points of the last weeks against those before, one decimal; empty when nothing was possible in either. */
    public Optional<BigDecimal> trend(MarkedSessions sessions) {
        return Rates.points(Rates.between(sessions, recent, to), Rates.between(sessions, before, recent.minusDays(1)));
    }
}
