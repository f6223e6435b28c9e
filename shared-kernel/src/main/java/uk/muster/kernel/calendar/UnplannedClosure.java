package uk.muster.kernel.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.SessionHalf;

/** A closure nobody planned, such as snow: of one session, or of the whole day when {@code session} is null. */
public record UnplannedClosure(LocalDate date, @Nullable SessionHalf session, Extent extent) {

    /** How much of the school was closed. */
    public enum Extent {
        /** Part of the premises (code Y3): the school was open. */
        PART("Y3"),
        /** The whole site (code Y4): nobody was taught. */
        WHOLE("Y4");

        private final String code;

        Extent(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    boolean covers(SessionHalf half) {
        return session == null || session == half;
    }
}
