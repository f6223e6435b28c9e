package uk.muster.query.atrisk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.VulnerabilityFlag;

/**
 * A pupil in the list.
 *
 * @param name left out where the caller may not see it
 * @param group today's
 * @param percentage of the academic year to date, one decimal, half up
 * @param band the id of the policy's band
 * @param bandSince the day by whose end the pupil had come into the band; null while it is provisional
 * @param previousBand the band before that; null when there was none
 * @param rag the policy's red, amber or green; left out where it has none
 * @param provisional whether too few sessions were possible for the band to be acted on
 * @param trend percentage points of the last four school weeks against the four before; null where one of them had no possible session
 * @param attendance where the sessions behind the figures are; left out where the caller may not read them
 */
public record AtRiskLine(
        String pupilId,
        Urn urn,
        @Nullable String name,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable GroupId group,
        String yearGroup,
        BigDecimal percentage,
        int possible,
        int attended,
        String band,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate bandSince,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String previousBand,
        @Nullable String rag,
        boolean provisional,
        boolean persistentlyAbsent,
        boolean severelyAbsent,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal trend,
        List<VulnerabilityFlag> flags,
        @Nullable String attendance) {}
