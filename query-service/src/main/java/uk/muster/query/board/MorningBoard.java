package uk.muster.query.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;

/** A day's registers of a school, by group and session. */
public record MorningBoard(LocalDate date, List<Line> items) {

    /**
     * One register.
     *
     * @param pupils how many pupils are in the group on that day
     * @param missing how many of them have no entry
     */
    public record Line(
            GroupId group,
            SessionHalf session,
            RegisterStatus state,
            RegisterId registerId,
            @Nullable Instant takenAt,
            int pupils,
            int missing) {}
}
