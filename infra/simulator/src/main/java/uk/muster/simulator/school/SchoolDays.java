package uk.muster.simulator.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.calendar.Term;

/** The days of a published calendar on which pupils attend, and the term that a day belongs to. */
public final class SchoolDays {

    private SchoolDays() {}

    public static List<LocalDate> of(SchoolCalendar calendar) {
        return between(calendar, calendar.year().firstDay(), calendar.year().lastDay());
    }

    public static List<LocalDate> of(SchoolCalendar calendar, Term half) {
        return between(calendar, half.from(), half.to());
    }

    /** The half terms of the latest term (autumn, spring or summer) that has begun by {@code today}; empty before the year begins. */
    public static List<Term> currentTerm(SchoolCalendar calendar, LocalDate today) {
        Optional<String> season = calendar.terms().reversed().stream()
                .filter(half -> !half.from().isAfter(today))
                .findFirst()
                .map(SchoolDays::season);
        return calendar.terms().stream()
                .filter(half -> season.filter(season(half)::equals).isPresent())
                .toList();
    }

    /** The term that a half term is part of, the first word of its name: {@code Autumn} of {@code Autumn 1}. */
    public static String season(Term half) {
        return half.name().substring(0, half.name().indexOf(' '));
    }

    private static List<LocalDate> between(SchoolCalendar calendar, LocalDate from, LocalDate to) {
        return SchoolCalendars.of(List.of(calendar), List.of()).schoolDays(from, to);
    }
}
