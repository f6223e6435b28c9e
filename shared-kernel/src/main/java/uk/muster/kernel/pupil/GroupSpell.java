package uk.muster.kernel.pupil;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;

/** Days on which a pupil takes registration with a group; both ends inclusive, no end while it lasts. */
public record GroupSpell(
        GroupId group, LocalDate from, @Nullable LocalDate until) {

    public boolean holds(LocalDate date) {
        return !date.isBefore(from) && (until == null || !date.isAfter(until));
    }

    GroupSpell endingBy(LocalDate last) {
        return until != null && !until.isAfter(last) ? this : new GroupSpell(group, from, last);
    }
}
