package uk.muster.kernel.pupil;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a name stands on the admission register.
 *
 * @param from the starting day (reg 8)
 * @param until the last day on roll, inclusive; null while the name stands
 * @param ground the letter of reg 9(1) it was deleted under; null while the name stands
 */
public record RollSpell(
        LocalDate from, @Nullable LocalDate until, @Nullable String ground) {

    public boolean holds(LocalDate date) {
        return !date.isBefore(from) && (until == null || !date.isAfter(until));
    }
}
