package uk.muster.simulator.school;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.muster.kernel.identity.AcademicYear;

/** A school year as published: half terms in order, and the closures inside them. */
public record SchoolCalendar(AcademicYear year, List<Term> terms, List<Closure> closures) {

    /** The days on which pupils attend: weekdays inside a half term that are no closure. */
    public List<LocalDate> schoolDays() {
        return terms.stream().flatMap(term -> schoolDays(term).stream()).toList();
    }

    public List<LocalDate> schoolDays(Term term) {
        return term.from()
                .datesUntil(term.to().plusDays(1))
                .filter(this::isOpen)
                .toList();
    }

    /** The half terms of the latest term (autumn, spring or summer) that has begun by {@code today}; empty before the year begins. */
    public List<Term> currentTerm(LocalDate today) {
        Optional<Term> latest =
                terms.reversed().stream().filter(t -> !t.from().isAfter(today)).findFirst();
        return terms.stream()
                .filter(t ->
                        latest.isPresent() && t.season().equals(latest.get().season()))
                .toList();
    }

    private boolean isOpen(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day != DayOfWeek.SATURDAY
                && day != DayOfWeek.SUNDAY
                && closures.stream().noneMatch(c -> c.date().equals(date));
    }
}
