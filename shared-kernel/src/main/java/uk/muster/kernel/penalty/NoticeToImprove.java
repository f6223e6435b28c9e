package uk.muster.kernel.penalty;

import java.time.LocalDate;
import java.util.UUID;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveGiven;

/**
 * A notice to improve.
 *
 * @param id its entry
 * @param contactId the parent, as the admission register calls them
 * @param until the last day of the improvement period
 */
public record NoticeToImprove(UUID id, String contactId, LocalDate until, boolean concluded) {

    static NoticeToImprove of(NoticeToImproveGiven e) {
        return new NoticeToImprove(e.entryId(), e.contactId(), e.until(), false);
    }

    NoticeToImprove conclude() {
        return new NoticeToImprove(id, contactId, until, true);
    }
}
