package uk.muster.simulator.term;

import java.time.LocalDate;
import java.util.Optional;
import uk.muster.kernel.identity.SessionKey;

/**
 * How an absence that nobody explained goes on.
 *
 * @param lastUnexplained the last session that is entered N
 * @param reachedOn the day from which the family can be reached; empty when they never are
 * @param way how they are
 * @param decidedOn the day on which the school decides what the sessions are; empty when nobody does
 */
public record Silence(
        SessionKey lastUnexplained, Optional<LocalDate> reachedOn, Way way, Optional<LocalDate> decidedOn) {

    /** How a family that was silent is heard of. */
    public enum Way {
        /** They tell the school themselves, after the register. */
        TELLS,
        /** They answer the telephone. */
        ANSWERS,
        /** They open the door. */
        OPENS
    }

    /** Whether the family can be reached in this way on a day. */
    public boolean isReached(Way by, LocalDate on) {
        return way == by && reachedOn.filter(day -> !on.isBefore(day)).isPresent();
    }
}
