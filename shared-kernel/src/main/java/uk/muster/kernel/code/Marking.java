package uk.muster.kernel.code;

import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.SessionKey;

/**
 * A mark somebody wants to record for a pupil on roll, with all that the rules look at.
 *
 * @param symbol as it was sent; anything
 * @param age the pupil's days of compulsory school age
 * @param detailGiven whether a detail that is not blank was sent
 * @param minutesLate as sent, in whole minutes; null when none were
 */
public record Marking(
        String symbol,
        SessionKey session,
        CompulsoryAge age,
        Enrolment enrolment,
        boolean detailGiven,
        @Nullable Integer minutesLate,
        RecordingRules rules) {}
