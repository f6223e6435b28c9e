package uk.muster.kernel.code;

import java.time.Duration;
import java.time.LocalTime;
import uk.muster.kernel.identity.SessionHalf;

/**
 * A school's times of the day, by which an arrival becomes a code. Present means in school when the register begins to be taken, L
 * that the pupil came before its taking ended (reg 10(2) Table 1), U that the pupil came after (reg 10(3) Table 3). All times are local.
 *
 * @param due start of the morning, from which minutes late are counted
 * @param lateFrom end of {@code /} where the late code is used
 * @param closes end of L, or of {@code /} where it is not
 * @param pmStart end of {@code \} where the late code is used; minutes late are counted from here
 * @param pmCloses end of L in the afternoon, or of {@code \}
 * @param lateCodeUsed false where no L may be recorded (CS-X01)
 * @param afterClose the code of an arrival after the register closed: U
 * @param boundaryInclusive whether an arrival exactly on a limit still counts as before it (G-02)
 */
public record ArrivalRules(
        LocalTime due,
        LocalTime lateFrom,
        LocalTime closes,
        LocalTime pmStart,
        LocalTime pmCloses,
        boolean lateCodeUsed,
        String afterClose,
        boolean boundaryInclusive) {

    /** The most minutes late a mark may carry; a later arrival is held at it. */
    public static final int MOST_MINUTES_LATE = 360;

    /** The code of an arrival and its minutes late: full minutes only, so 09:00:59 against 09:00 is 0. */
    public Arrival at(SessionHalf half, LocalTime time) {
        return switch (half) {
            case AM -> at(time, "/", due, lateFrom, closes);
            case PM -> at(time, "\\", pmStart, pmStart, pmCloses);
        };
    }

    private Arrival at(LocalTime time, String present, LocalTime start, LocalTime presentUntil, LocalTime lateUntil) {
        if (within(time, lateCodeUsed ? presentUntil : lateUntil)) {
            return new Arrival(present, null);
        }
        int minutes = Math.clamp(Duration.between(start, time).toMinutes(), 0, MOST_MINUTES_LATE);
        return new Arrival(within(time, lateUntil) ? "L" : afterClose, minutes);
    }

    private boolean within(LocalTime time, LocalTime limit) {
        return boundaryInclusive ? !time.isAfter(limit) : time.isBefore(limit);
    }
}
