package uk.muster.kernel.figures;

import java.time.LocalDate;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.identity.SessionKey;

/**
 * A pupil's marks in order of session, one for each session that has any. Whoever reads many of them reads them by their place, 0 to
 * {@code size() - 1}, without making an object of each.
 */
public interface MarkedSessions {

    /** How many sessions have a mark, those that count nowhere included. */
    int size();

    /** The session, as {@link SessionKey#ordinal} has it; greater at each place than at the one before. */
    int ordinal(int place);

    AttendanceCode code(int place);

    /** Minutes late, 0 to 360; -1 where none are known. */
    int minutesLate(int place);

    /**
     * Whether the mark counts in figures: the calendar has the session, the school was not closed unexpectedly, and the pupil was on roll that
     * day.
     */
    boolean counts(int place);

    default SessionKey session(int place) {
        return SessionKey.of(ordinal(place));
    }

    /** The first place of a session on that day or later; {@code size()} where there is none. */
    default int placeFrom(LocalDate date) {
        int wanted = SessionKey.firstOf(date);
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ordinal(middle) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
