package uk.muster.query.clock;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import uk.muster.kernel.calendar.London;

/**
 * What time it is for a question about what was known at an instant: that instant itself, or now for one that has not come yet. So a figure "to
 * date" is to the date that it was then, and what was not overdue then is not.
 */
public final class AsOf {

    private AsOf() {}

    /** @param asOf {@link Instant#MAX} for now */
    public static Instant now(Instant asOf, InstantSource clock) {
        Instant now = clock.instant();
        return asOf.isBefore(now) ? asOf : now;
    }

    /** The day in Europe/London. */
    public static LocalDate today(Instant asOf, InstantSource clock) {
        return London.dateOf(now(asOf, clock));
    }
}
