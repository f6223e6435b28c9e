package uk.muster.kernel.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.muster.kernel.code.Rate;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/** On which days of the week a pupil is away, mornings and afternoons (AA-05). */
public final class WeekPattern {

    private static final int SCHOOL_DAYS = 5;

    private WeekPattern() {}

    /** What was attended of a weekday's mornings and afternoons. */
    public record Weekday(DayOfWeek day, Rate am, Rate pm) {}

    /**
     * The five days from Monday on, each with both halves.
     *
     * @param from,to first and last day, both inclusive
     */
    public static List<Weekday> between(MarkedSessions sessions, LocalDate from, LocalDate to) {
        Rate[][] rates = new Rate[SCHOOL_DAYS][];
        for (int day = 0; day < SCHOOL_DAYS; day++) {
            rates[day] = new Rate[] {Rate.NONE, Rate.NONE};
        }
        int end = sessions.placeFrom(to.plusDays(1));
        for (int place = sessions.placeFrom(from); place < end; place++) {
            SessionKey session = sessions.session(place);
            int day = session.date().getDayOfWeek().getValue() - 1;
            if (sessions.counts(place) && day < SCHOOL_DAYS) {
                int half = session.half() == SessionHalf.AM ? 0 : 1;
                rates[day][half] = rates[day][half].plus(sessions.code(place));
            }
        }
        List<Weekday> weekdays = new ArrayList<>(SCHOOL_DAYS);
        for (int day = 0; day < SCHOOL_DAYS; day++) {
            weekdays.add(new Weekday(DayOfWeek.of(day + 1), rates[day][0], rates[day][1]));
        }
        return List.copyOf(weekdays);
    }

    /**
     * Broken weeks: those of which a pupil missed some and attended some (AA-05).
     *
     * @param from,to first and last day, both inclusive
     */
    public static int brokenWeeks(MarkedSessions sessions, LocalDate from, LocalDate to) {
        SortedMap<LocalDate, Rate> weeks = new TreeMap<>();
        int end = sessions.placeFrom(to.plusDays(1));
        for (int place = sessions.placeFrom(from); place < end; place++) {
            if (sessions.counts(place)) {
                LocalDate date = sessions.session(place).date();
                LocalDate monday = date.minusDays(date.getDayOfWeek().getValue() - 1L);
                weeks.merge(monday, Rate.NONE.plus(sessions.code(place)), Rate::plus);
            }
        }
        return (int) weeks.values().stream()
                .filter(week -> week.attended() > 0 && week.absent() > 0)
                .count();
    }
}
