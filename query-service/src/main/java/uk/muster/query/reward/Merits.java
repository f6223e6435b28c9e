package uk.muster.query.reward;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.code.Rate;
import uk.muster.kernel.figures.Lateness;
import uk.muster.kernel.figures.MarkedSessions;
import uk.muster.kernel.figures.Rates;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.query.school.School;
import uk.muster.query.sheet.Days;

/**
 * What a pupil did in some days, against as many school weeks before.
 *
 * @param points percentage points; null when nothing was possible in one of them
 */
record Merits(Rate rate, @Nullable BigDecimal points, Lateness lateness, Lateness latenessBefore, List<Earned> earned) {

    private static final int LONGEST_HOLIDAY_WEEKS = 12;

    /**
     * The days and what they are held against, the same for all pupils of a school.
     *
     * @param before as many school weeks before the days; null where the calendars have none
     * @param tripsFrom in ten-thousandths of a percent; null where the policy names none
     */
    record Frame(Days days, @Nullable Days before, @Nullable Long tripsFrom) {

        static Frame of(School school, Days days) {
            int weeks = school.calendars().schoolWeeks(days.from(), days.to()).size();
            LocalDate eve = days.from().minusDays(1);
            List<LocalDate> mondays =
                    school.calendars().schoolWeeks(eve.minusWeeks(weeks + LONGEST_HOLIDAY_WEEKS), eve).stream()
                            .filter(monday -> !monday.isAfter(eve))
                            .toList();
            return new Frame(
                    days,
                    mondays.isEmpty() ? null : new Days(mondays.get(Math.max(0, mondays.size() - weeks)), eve),
                    school.policy().rewards().tripsFrom());
        }
    }

    static Merits of(MarkedSessions sessions, Frame frame) {
        Days days = frame.days();
        Rate rate = Rates.between(sessions, days.from(), days.to());
        Lateness lateness = Lateness.between(sessions, days.from(), days.to());
        Optional<Days> earlier = Optional.ofNullable(frame.before());
        Rate before = earlier.map(each -> Rates.between(sessions, each.from(), each.to()))
                .orElse(Rate.NONE);
        Lateness latenessBefore = earlier.map(each -> Lateness.between(sessions, each.from(), each.to()))
                .orElse(new Lateness(0, 0, 0));
        List<Earned> earned = new ArrayList<>();
        if (rate.isFull()) {
            earned.add(Earned.FULL_ATTENDANCE);
        }
        if (rate.possible() > 0 && before.possible() > 0 && rate.compareTo(before) > 0) {
            earned.add(Earned.IMPROVED_ATTENDANCE);
        }
        if (rate.possible() > 0 && lateness.times() < latenessBefore.times()) {
            earned.add(Earned.IMPROVED_PUNCTUALITY);
        }
        if (frame.tripsFrom() != null && yearUntil(sessions, days.to()).reaches(frame.tripsFrom())) {
            earned.add(Earned.TRIPS);
        }
        return new Merits(rate, Rates.points(rate, before).orElse(null), lateness, latenessBefore, earned);
    }

    private static Rate yearUntil(MarkedSessions sessions, LocalDate day) {
        return Rates.between(sessions, AcademicYear.of(day).firstDay(), day);
    }
}
