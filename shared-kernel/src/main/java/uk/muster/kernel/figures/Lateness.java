package uk.muster.kernel.figures;

import java.time.LocalDate;

/**
 * How often and how long a pupil was late over some days.
 *
 * @param lates sessions with {@code L}: before the register closed
 * @param lateAfterClose sessions with {@code U}
 * @param minutes of both together, where minutes are known
 */
public record Lateness(int lates, int lateAfterClose, int minutes) {

    /** @param from,to first and last day, both inclusive */
    public static Lateness between(MarkedSessions sessions, LocalDate from, LocalDate to) {
        int lates = 0;
        int lateAfterClose = 0;
        int minutes = 0;
        int end = sessions.placeFrom(to.plusDays(1));
        for (int place = sessions.placeFrom(from); place < end; place++) {
            if (sessions.counts(place)) {
                String code = sessions.code(place).symbol();
                lates += code.equals("L") ? 1 : 0;
                lateAfterClose += code.equals("U") ? 1 : 0;
                minutes += Math.max(0, sessions.minutesLate(place));
            }
        }
        return new Lateness(lates, lateAfterClose, minutes);
    }

    /** Sessions late, before and after the register closed. */
    public int times() {
        return lates + lateAfterClose;
    }
}
