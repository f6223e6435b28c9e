package uk.muster.query.audit;

import java.util.UUID;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.AbsenceEvent.AbsenceDecided;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;
import uk.muster.kernel.event.AbsenceEvent.RiskAssessed;
import uk.muster.kernel.event.AbsenceEvent.SafeguardingEscalated;
import uk.muster.kernel.event.AbsenceEvent.SicknessForecast;
import uk.muster.kernel.event.FollowUpEvent;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.ThresholdEvent;
import uk.muster.query.register.SessionLine;

/** What was done about an absence, unpacked. Who reported it stays sealed, since that is most often a parent. */
final class AbsenceData {

    private AbsenceData() {}

    static void put(AbsenceEvent event, EventData data) {
        data.put("urn", event.urn());
        data.put("pupilId", data.pupilId(event.pupil()));
        data.put("id", id(event, event.entryId()));
        switch (event) {
            case AbsenceReported e -> {
                data.put("channel", e.channel());
                data.put("receivedAt", e.receivedAt());
                data.put("reason", data.text(e.reason()));
                data.put("from", e.from());
                data.put("expectedReturn", e.expectedReturn());
                data.put("moreDetailWanted", e.moreDetailWanted());
                data.put("doubt", e.doubted());
                data.put("author", data.json(e.author()));
            }
            case AbsenceDecided e -> {
                data.put("from", SessionLine.of(e.from()));
                data.put("to", SessionLine.of(e.to()));
                data.put("code", e.code());
                data.put("amended", e.amended());
                data.put("reason", data.text(e.reason()));
                data.put("author", data.json(e.author()));
            }
            case ContactAttempted e -> {
                data.put("at", e.at());
                data.put("channel", e.channel());
                data.put("contactId", e.contactId());
                data.put("outcome", e.outcome());
                data.put("purpose", e.purpose());
                data.put("note", data.text(e.note()));
                data.put("author", data.json(e.author()));
            }
            case HomeVisitRecorded e -> {
                data.put("at", e.at());
                data.put("visitors", data.json(e.visitors()));
                data.put("visitorCount", e.visitorCount());
                data.put("fewerVisitorsThanWanted", e.fewerThanWanted());
                data.put("outcome", e.outcome());
                data.put("note", data.text(e.note()));
                data.put("author", data.json(e.author()));
            }
            case RiskAssessed e -> {
                data.put("at", e.at());
                data.put("factors", data.json(e.factors()));
                data.put("concernRemains", e.concernRemains());
                data.put("author", data.json(e.author()));
            }
            case SafeguardingEscalated e -> {
                data.put("at", e.at());
                data.put("to", e.to());
                data.put("reason", data.text(e.reason()));
                data.put("author", data.json(e.author()));
            }
            case SicknessForecast e -> {
                data.put("from", e.from());
                data.put("expectedSchoolDays", e.expectedSchoolDays());
                data.put("author", data.json(e.author()));
            }
            case EntryCorrected e -> {
                data.put("replacedBy", e.ofAnotherPupil() ? e.replacedBy() : id(e, e.replacedBy()));
                data.put("ofAnotherPupil", e.ofAnotherPupil());
                data.put("author", data.json(e.author()));
            }
            case FollowUpEvent e -> FollowUpData.put(e, data);
            case ThresholdEvent e -> ThresholdData.put(e, data);
            case PenaltyEvent e -> PenaltyData.put(e, data);
        }
    }

    /** As the command answered it. */
    static String id(AbsenceEvent event, UUID entryId) {
        return new AbsenceEntryId(event.pupil(), entryId).toString();
    }
}
