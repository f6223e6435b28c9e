package uk.muster.simulator.live;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import uk.muster.kernel.calendar.London;

/** The moments of a school day at which something is sent: each is one move of the clock. */
public enum Round {
    /** What parents told the school before the register. */
    BEFORE_SCHOOL(8, 30),
    /** The first morning registers. */
    REGISTERS(9, 6),
    /** The later ones; the calls begin. */
    FIRST_CALLS(9, 20),
    /** Who was not reached is tried again, and who came late has signed in. */
    SECOND_CALLS(10, 20),
    /** Somebody goes to the homes. */
    VISITS(11, 40),
    /** Afternoon registers. */
    AFTERNOON(13, 22),
    /** What is left on the desk. */
    DESK(15, 45);

    private final LocalTime time;

    Round(int hour, int minute) {
        this.time = LocalTime.of(hour, minute);
    }

    public Instant on(LocalDate day) {
        return London.at(day, time);
    }

    boolean isSince(Round other) {
        return compareTo(other) >= 0;
    }
}
