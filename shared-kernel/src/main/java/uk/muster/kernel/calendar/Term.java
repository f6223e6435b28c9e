package uk.muster.kernel.calendar;

import java.time.LocalDate;

/** A half term: the days between two holidays, both inclusive. */
public record Term(String name, LocalDate from, LocalDate to) {

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
