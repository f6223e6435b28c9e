package uk.muster.query.register;

import java.time.LocalDate;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/** A session as bodies write it. */
public record SessionLine(LocalDate date, SessionHalf session) {

    public static SessionLine of(SessionKey key) {
        return new SessionLine(key.date(), key.half());
    }
}
