package uk.muster.query.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;

/**
 * A class's registers side by side: pupils down, sessions across.
 *
 * @param from,to first and last day, both inclusive
 * @param sessions those that the calendar has, and those of which a register holds anything, in order
 * @param pupils everyone of the group on any of the days, and everyone with an entry, by id
 */
record ClassPage(
        Urn urn,
        GroupId group,
        LocalDate from,
        LocalDate to,
        List<SessionOfClass> sessions,
        List<PupilOfClass> pupils) {

    /**
     * A session's register.
     *
     * @param takenAt when it was taken; null while nobody did
     * @param recordedAt when its taking was recorded; null as long
     * @param complete whether it was taken and nobody is missing
     * @param missing how many of the group on that day have no entry; 0 for a session that the calendar does not have
     */
    record SessionOfClass(
            LocalDate date,
            SessionHalf session,
            RegisterId registerId,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Instant takenAt,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Instant recordedAt,

            boolean complete,
            int missing) {}

    /** A pupil with an entry for each session that has one. */
    record PupilOfClass(String pupilId, List<EntryOfClass> marks) {}

    /**
     * An entry; its detail and the reasons of amendments are in the register.
     *
     * @param code what it says
     * @param originalCode the entry first made
     * @param amendments how many were made
     */
    record EntryOfClass(
            LocalDate date,
            SessionHalf session,
            String code,
            String originalCode,
            @Nullable Integer minutesLate,
            int amendments) {}
}
