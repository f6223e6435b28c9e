package uk.muster.kernel.identity;

import java.time.LocalDate;
import java.util.Comparator;

/** A session: half a school day, by its date in Europe/London. */
public record SessionKey(LocalDate date, SessionHalf half) implements Comparable<SessionKey> {

    private static final Comparator<SessionKey> IN_ORDER =
            Comparator.comparing(SessionKey::date).thenComparing(SessionKey::half);

    @Override
    public int compareTo(SessionKey other) {
        return IN_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return date + "/" + half;
    }
}
