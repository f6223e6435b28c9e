package uk.muster.simulator.term;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.Term;
import uk.muster.simulator.school.SchoolDays;

/**
 * How much likelier a spell is to begin on one school day than on another. Weights have the mean 1 within each half term, so that a draw of
 * any half term meets the national rates, which are those of a whole year.
 */
final class DayWeights {

    /** Monday to Friday against the week's mean, 8 to 12 September 2025. */
    private static final double[] WEEKDAY = {0.97, 0.96, 0.95, 0.98, 1.14};
    /** Week 1 and the week before half term against the weeks between, autumn 2025. */
    private static final double FIRST_WEEK = 4.75 / 5.9;

    private static final double LAST_WEEK = 7.33 / 5.9;
    private static final int DAYS_A_WEEK = 5;
    /** How a holiday in term is likelier to begin in the last three or the first two days of a half term. */
    private static final double HOLIDAY_EDGE = 4;

    private final List<LocalDate> days;
    private final double[] absence;
    private final double[] holiday;

    private DayWeights(List<LocalDate> days, double[] absence, double[] holiday) {
        this.days = days;
        this.absence = absence;
        this.holiday = holiday;
    }

    static DayWeights of(SchoolCalendar calendar, List<Term> terms) {
        List<LocalDate> days = new ArrayList<>();
        double[] absence = {};
        double[] holiday = {};
        for (Term term : terms) {
            List<LocalDate> half = SchoolDays.of(calendar, term);
            days.addAll(half);
            absence = concat(absence, absence(half));
            holiday = concat(holiday, holiday(half));
        }
        return new DayWeights(List.copyOf(days), absence, holiday);
    }

    /** The school days drawn, in order. */
    List<LocalDate> days() {
        return days;
    }

    double weight(SpellKind.Season season, int day) {
        return switch (season) {
            case ABSENCE -> absence[day];
            case HOLIDAY -> holiday[day];
            case EVEN -> 1;
        };
    }

    private static double[] absence(List<LocalDate> half) {
        double[] weights = new double[half.size()];
        for (int i = 0; i < weights.length; i++) {
            DayOfWeek weekday = half.get(i).getDayOfWeek();
            double season = 1;
            if (i < DAYS_A_WEEK) {
                season = FIRST_WEEK;
            } else if (i >= weights.length - DAYS_A_WEEK) {
                season = LAST_WEEK;
            }
            weights[i] = WEEKDAY[weekday.getValue() - 1] * season;
        }
        return toMeanOne(weights);
    }

    private static double[] holiday(List<LocalDate> half) {
        double[] weights = new double[half.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i < 2 || i >= weights.length - 3 ? HOLIDAY_EDGE : 1;
        }
        return toMeanOne(weights);
    }

    private static double[] toMeanOne(double[] weights) {
        double mean = Arrays.stream(weights).average().orElse(1);
        return Arrays.stream(weights).map(w -> w / mean).toArray();
    }

    private static double[] concat(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
