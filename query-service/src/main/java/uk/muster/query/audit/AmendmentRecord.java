package uk.muster.query.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;

/**
 * An amendment of the register as the auditor reads it: the five items of reg 6 (the original entry, the amended entry, the reason, the date, the
 * person with name and position) and where it stands in the ledger.
 */
public record AmendmentRecord(
        String id,
        long position,
        RegisterId registerId,
        Urn urn,
        LocalDate date,
        SessionHalf session,
        GroupId group,
        String pupilId,
        String originalCode,
        String amendedCode,
        @Nullable Integer minutesLate,
        @Nullable String detail,
        @Nullable String reason,
        @Nullable JsonNode author,
        Instant amendedAt,
        Instant recordedAt,
        boolean afterWindow,
        @Nullable JsonNode approver) {}
