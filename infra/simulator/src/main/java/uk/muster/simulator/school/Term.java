package uk.muster.simulator.school;

import java.time.LocalDate;

/** One half term as a calendar publishes it, both days included. The first word of the name is the term's own: {@code Autumn 1}. */
public record Term(String name, LocalDate from, LocalDate to) {

    public static Term of(String name, String from, String to) {
        return new Term(name, LocalDate.parse(from), LocalDate.parse(to));
    }

    /** The term that this is half of: {@code Autumn}. */
    public String season() {
        return name.substring(0, name.indexOf(' '));
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
