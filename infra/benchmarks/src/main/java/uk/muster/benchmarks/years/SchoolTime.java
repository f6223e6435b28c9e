package uk.muster.benchmarks.years;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.simulator.school.SchoolDays;

/** The school days of all the years in one row, from 0. What is posted of a day is recorded on that day, after {@link #postedAt}. */
final class SchoolTime {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime POSTED = LocalTime.of(15, 30);
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    private final List<SchoolCalendar> calendars = new ArrayList<>();
    private final List<LocalDate> days = new ArrayList<>();
    private final List<Integer> firstDays = new ArrayList<>();

    SchoolTime(int firstYear, int years) {
        for (int year = 0; year < years; year++) {
            SchoolCalendar calendar = YearCalendars.of(firstYear + year);
            calendars.add(calendar);
            firstDays.add(days.size());
            days.addAll(SchoolDays.of(calendar));
        }
        firstDays.add(days.size());
    }

    int years() {
        return calendars.size();
    }

    int days() {
        return days.size();
    }

    SchoolCalendar calendar(int year) {
        return calendars.get(year);
    }

    LocalDate date(int day) {
        return days.get(day);
    }

    /** The first day of a year; of the year after the last, the number of days there are. */
    int firstDay(int year) {
        return firstDays.get(year);
    }

    int lastDay(int year) {
        return firstDays.get(year + 1) - 1;
    }

    int yearOf(int day) {
        int year = 0;
        while (firstDays.get(year + 1) <= day) {
            year++;
        }
        return year;
    }

    /** Before anything of the first day is posted. */
    Instant begun() {
        return London.at(days.getFirst(), MORNING);
    }

    /** To when the clock is moved before the registers of a day are posted, those of both sessions. */
    Instant postedAt(int day) {
        return London.at(days.get(day), POSTED);
    }

    /** The night after a day: what was posted up to that day was known then, and nothing later. */
    Instant nightAfter(int day) {
        return London.at(days.get(day).plusDays(1), NIGHT);
    }
}
