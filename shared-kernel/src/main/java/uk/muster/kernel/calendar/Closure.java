package uk.muster.kernel.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.SessionHalf;

/** A planned closure: of one session, or of the whole day when {@code session} is null. */
public record Closure(
        LocalDate date, ClosureKind kind, @Nullable SessionHalf session) {

    boolean covers(SessionHalf half) {
        return session == null || session == half;
    }
}
