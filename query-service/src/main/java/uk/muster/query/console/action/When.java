package uk.muster.query.console.action;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import uk.muster.kernel.calendar.London;
import uk.muster.query.console.command.FirstSent;
import uk.muster.query.console.command.Form;

/** When something was done: a date and a time of the day at the school, or now where both are left empty. */
final class When {

    static final String DATE = "at/date";
    static final String TIME = "at/time";

    static final List<Field> FIELDS = List.of(
            Field.of(Field.Kind.DATE, DATE, "Day", "Leave day and time empty for now"),
            Field.of(Field.Kind.TIME, TIME, "Time", ""));

    private final FirstSent firstSent;

    When(FirstSent firstSent) {
        this.firstSent = firstSent;
    }

    /** Empty where what stands there is no day and time. */
    Optional<Instant> of(Form form) {
        Optional<String> date = form.filled(DATE);
        Optional<String> time = form.filled(TIME);
        if (date.isEmpty() && time.isEmpty()) {
            return Optional.of(firstSent.of(form));
        }
        try {
            return Optional.of(London.at(LocalDate.parse(date.orElse("")), LocalTime.parse(time.orElse(""))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
