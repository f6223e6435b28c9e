package uk.muster.query.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.pupil.PupilState;

/**
 * A pupil who is not in by the last register that says anything of them.
 *
 * @param half the register's session
 * @param code the mark; null where the register was taken without them
 * @param day which school day of an unexplained absence it is, from 1; 0 where no such absence is open
 * @param attempts of the day to reach somebody, in the order in which they were recorded, those found to be in error left out
 */
public record NotIn(
        PupilState pupil,
        GroupId group,
        SessionHalf half,
        @Nullable String code,
        int day,
        List<ContactAttempted> attempts) {

    private static final String UNKNOWN = "N";

    /** Whether nobody knows why. */
    public boolean isUnexplained() {
        return code == null || code.equals(UNKNOWN);
    }
}
