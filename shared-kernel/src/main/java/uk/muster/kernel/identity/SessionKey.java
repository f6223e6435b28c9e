package uk.muster.kernel.identity;

import java.time.LocalDate;
import java.util.Comparator;

/** A session: half a school day, by its date in Europe/London. */
public record SessionKey(LocalDate date, SessionHalf half) implements Comparable<SessionKey> {

    private static final Comparator<SessionKey> IN_ORDER =
            Comparator.comparing(SessionKey::date).thenComparing(SessionKey::half);

    /** The session of that {@link #ordinal}. */
    public static SessionKey of(int ordinal) {
        return new SessionKey(
                LocalDate.ofEpochDay(Math.floorDiv(ordinal, 2)),
                Math.floorMod(ordinal, 2) == 0 ? SessionHalf.AM : SessionHalf.PM);
    }

    /** The ordinal of a day's first session. */
    public static int firstOf(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() * 2);
    }

    /** Sessions since 1970, two to each day of the calendar: in the order of the sessions. */
    public int ordinal() {
        return firstOf(date) + (half == SessionHalf.AM ? 0 : 1);
    }

    @Override
    public int compareTo(SessionKey other) {
        return IN_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return date + "/" + half;
    }
}
