package uk.muster.query.audit;

import java.util.UUID;
import uk.muster.kernel.event.FollowUpEvent;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDecided;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.NotificationSettled;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.query.register.SessionLine;

/** What fell due while an absence lasted, unpacked. The address of whoever is told stays sealed. */
final class FollowUpData {

    private FollowUpData() {}

    static void put(FollowUpEvent event, EventData data) {
        switch (event) {
            case UnexplainedAbsenceOpened e -> {
                data.put("from", SessionLine.of(e.from()));
                data.put("nextAt", e.nextAt());
            }
            case UnexplainedAbsenceEnded e -> {
                data.put("ending", e.ending());
                data.put("nextAt", e.nextAt());
            }
            case FollowUpDue e -> {
                data.put("step", e.step());
                data.put("kind", e.kind());
                data.put("modality", e.modality());
                data.put("date", e.date());
                data.put("schoolDay", e.schoolDay());
                data.put("actions", e.actions());
                data.put("raisedAt", e.raisedAt());
                data.put("dueAt", e.dueAt());
                UUID about = e.about();
                data.put("about", about == null ? null : AbsenceData.id(e, about));
            }
            case FollowUpDone e -> data.put("by", AbsenceData.id(e, e.by()));
            case FollowUpDecided e -> {
                data.put("decision", e.decision());
                data.put("reason", data.text(e.reason()));
                data.put("author", data.json(e.author()));
            }
            case FollowUpCancelled e -> data.put("because", e.because());
            case NotificationRaised e -> {
                data.put("caseId", AbsenceData.id(e, e.caseId()));
                data.put("to", e.to());
                data.put("session", SessionLine.of(e.session()));
            }
            case NotificationSettled e -> {
                data.put("delivery", e.delivery());
                data.put("at", e.at());
            }
        }
    }
}
