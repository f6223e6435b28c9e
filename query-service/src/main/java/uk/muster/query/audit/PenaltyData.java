package uk.muster.query.audit;

import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveConcluded;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveGiven;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticePaid;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeProsecuted;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeReceived;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeWithdrawn;

/** Notices, unpacked. Who the parent is stays sealed. */
final class PenaltyData {

    private PenaltyData() {}

    static void put(PenaltyEvent event, EventData data) {
        data.put("noticeId", AbsenceData.id(event, event.noticeId()));
        switch (event) {
            case PenaltyNoticeIssued e -> {
                data.put("parentId", e.contactId());
                data.put("kind", e.kind());
                data.put("issuedOn", e.issuedOn());
                data.put("issuer", e.issuer().word());
                data.put("nth", e.nth());
                data.put("earlyAmount", e.terms().earlyAmount());
                data.put("earlyDays", e.terms().earlyDays());
                data.put("fullAmount", e.terms().fullAmount());
                data.put("fullDays", e.terms().fullDays());
                data.put("countedFrom", e.terms().countedFrom());
                data.put("firstDayCounts", e.terms().firstDayCounts());
                data.put("copyToLa", e.copyToLa());
                data.put("receivedOn", e.receivedOn());
                data.put("laCheckRef", data.text(e.laCheckRef()));
                data.put("supportRecorded", data.text(e.support()));
                data.put("considerations", data.json(e.considerations()));
            }
            case PenaltyNoticeReceived e -> data.put("on", e.on());
            case PenaltyNoticePaid e -> {
                data.put("on", e.on());
                data.put("amount", e.amount());
                data.put("reason", data.text(e.reason()));
            }
            case PenaltyNoticeWithdrawn e -> {
                data.put("on", e.on());
                data.put("reason", data.text(e.reason()));
            }
            case PenaltyNoticeProsecuted e -> {
                data.put("on", e.on());
                data.put("outcome", e.outcome());
                data.put("reason", data.text(e.reason()));
            }
            case NoticeToImproveGiven e -> {
                data.put("parentId", e.contactId());
                data.put("from", e.from());
                data.put("until", e.until());
                data.put("weeks", e.weeks());
                data.put("blocks", e.blocks());
            }
            case NoticeToImproveConcluded e -> {
                data.put("outcome", e.outcome());
                data.put("reason", data.text(e.reason()));
            }
        }
        data.put("author", data.json(event.author()));
    }
}
