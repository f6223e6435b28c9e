package uk.muster.query.pupil;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;

/**
 * A pupil in a list.
 *
 * @param group today's, or the last, or the first to come
 * @param onRollFrom first day of the last spell on roll
 * @param onRollTo its last day, inclusive; null while the name stands
 */
public record PupilLine(
        String pupilId,
        String name,
        @Nullable GroupId group,
        String yearGroup,
        LocalDate onRollFrom,
        @Nullable LocalDate onRollTo) {}
