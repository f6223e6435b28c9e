package uk.muster.query.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;

/**
 * A register as it is shown.
 *
 * @param takenAt when it was taken, by whoever took it; null while nobody did, though arrivals may be in it
 * @param recordedAt when its taking was recorded; null as long
 * @param complete whether it was taken and nobody is missing
 * @param missing pupils of the group on that day without an entry, by id; none for a session that the calendar does not have
 * @param marks in the order in which they were made
 */
public record RegisterPage(
        RegisterId registerId,
        Urn urn,
        LocalDate date,
        SessionHalf session,
        GroupId group,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant takenAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable JsonNode takenBy,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant recordedAt,
        boolean complete,
        List<String> missing,
        List<MarkLine> marks) {

    /**
     * A pupil's entry.
     *
     * @param code what it says now
     * @param originalCode the entry first made
     * @param minutesLate as it stands now, for L and U
     * @param detail as it stands now, where the caller may read it
     * @param recordedAt when the entry was first made
     */
    public record MarkLine(
            String pupilId,
            String code,
            String originalCode,
            @Nullable Integer minutesLate,
            @Nullable String detail,
            Instant recordedAt,
            List<AmendmentLine> amendments) {}

    /**
     * An amendment with the five items of reg 6.
     *
     * @param afterWindow true where the school's policy says that it came late
     * @param approver a second person, where the policy wanted one
     */
    public record AmendmentLine(
            String id,
            String originalCode,
            String amendedCode,
            @Nullable String reason,
            @Nullable JsonNode author,
            Instant amendedAt,
            Instant recordedAt,
            @Nullable Integer minutesLate,
            @Nullable String detail,
            boolean afterWindow,
            @Nullable JsonNode approver) {}
}
