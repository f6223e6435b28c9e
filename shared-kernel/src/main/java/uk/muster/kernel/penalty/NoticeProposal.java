package uk.muster.kernel.penalty;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.policy.NoticePolicy.Issuer;

/**
 * A penalty notice that somebody wants recorded.
 *
 * @param offenceOn for a public place the day on which the pupil was there; null for the day of issue
 * @param receivedOn null while it is not known
 * @param laChecked whether a check with the local authority is named
 * @param supportRecorded whether support was offered first
 * @param considered the ids of what was considered, as they were sent
 */
public record NoticeProposal(
        NoticeKind kind,
        LocalDate issuedOn,
        Issuer issuer,
        @Nullable LocalDate offenceOn,
        @Nullable LocalDate receivedOn,
        boolean laChecked,
        boolean supportRecorded,
        List<String> considered) {

    public NoticeProposal {
        considered = List.copyOf(considered);
    }

    LocalDate dayOfOffence() {
        return offenceOn == null ? issuedOn : offenceOn;
    }
}
