package uk.muster.query.punctuality;

import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;

/**
 * A pupil who was late.
 *
 * @param group today's, or the last
 * @param lates sessions with L
 * @param lateAfterClose sessions with U
 * @param minutesLate of both together, where minutes were recorded
 * @param attendance where the sessions behind the figures are
 */
public record LatePupil(
        String pupilId,
        String name,
        @Nullable GroupId group,
        String yearGroup,
        int lates,
        int lateAfterClose,
        int minutesLate,
        String attendance) {}
