package uk.muster.simulator.term;

import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.PupilId;

/**
 * A pupil's mark as a school's system sends it.
 *
 * @param minutesLate 0 to 360, with L and U
 * @param detail the nature of the activity, provision, agreement or cause, with the codes that have one
 */
public record Mark(
        PupilId pupil,
        String code,
        @Nullable Integer minutesLate,
        @Nullable String detail) {}
