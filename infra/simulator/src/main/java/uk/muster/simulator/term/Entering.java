package uk.muster.simulator.term;

import java.time.Instant;
import java.util.Optional;
import uk.muster.kernel.identity.RegisterId;

/** How a school first enters one pupil's sessions; asked for each of them in order. */
interface Entering {

    /**
     * The mark first entered for a session whose settled code is known; empty when the pupil's own signing in is the first entry.
     *
     * @param day the school day's index in the term
     * @param dayOfSpell how many days of the same spell went before
     */
    Optional<Mark> enter(RegisterId register, Instant taking, int day, String settled, int dayOfSpell);
}
