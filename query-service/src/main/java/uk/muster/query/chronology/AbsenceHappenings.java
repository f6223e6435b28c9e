package uk.muster.query.chronology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.muster.kernel.calendar.London;
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
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDecided;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.NotificationSettled;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveConcluded;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveGiven;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticePaid;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeProsecuted;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeReceived;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeWithdrawn;
import uk.muster.kernel.event.ThresholdEvent;
import uk.muster.query.store.Fact;
import uk.muster.query.task.Task;

/**
 * What was done about a pupil's absences and what fell due. A correction, or what became of a task or a message, is no happening of its own: what it
 * follows keeps its place and bears it. That a case was opened or ended shows in its marks and tasks.
 */
final class AbsenceHappenings {

    private final List<Happening> all = new ArrayList<>();
    private final Map<UUID, Sequel> sequels = new HashMap<>();

    private AbsenceHappenings() {}

    static List<Happening> of(List<Fact> facts) {
        AbsenceHappenings happenings = new AbsenceHappenings();
        Task.of(facts).forEach((id, task) -> happenings.sequels.put(id, new Sequel.OfTask(task)));
        facts.forEach(happenings::add);
        return happenings.withSequels();
    }

    private void add(Fact fact) {
        switch ((AbsenceEvent) fact.read()) {
            case AbsenceReported e -> add(Kind.ABSENCE_REPORT, e.receivedAt(), fact, e);
            case AbsenceDecided e -> add(Kind.DECISION, fact.recordedAt(), fact, e);
            case SicknessForecast e -> add(Kind.DECISION, fact.recordedAt(), fact, e);
            case ContactAttempted e -> add(Kind.CONTACT_ATTEMPT, e.at(), fact, e);
            case HomeVisitRecorded e -> add(Kind.HOME_VISIT, e.at(), fact, e);
            case RiskAssessed e -> add(Kind.RISK_ASSESSMENT, e.at(), fact, e);
            case SafeguardingEscalated e -> add(Kind.ESCALATION, e.at(), fact, e);
            case EntryCorrected e -> sequels.putIfAbsent(e.entryId(), new Sequel.Correction(fact, e));
            case FollowUpEvent e -> add(fact, e);
            case ThresholdEvent e -> add(Kind.THRESHOLD, fact.recordedAt(), fact, e);
            case PenaltyEvent e -> add(Kind.PENALTY, at(e, fact), fact, e);
        }
    }

    private static Instant at(PenaltyEvent event, Fact fact) {
        return switch (event) {
            case PenaltyNoticeIssued e -> London.startOf(e.issuedOn());
            case PenaltyNoticeReceived e -> London.startOf(e.on());
            case PenaltyNoticePaid e -> London.startOf(e.on());
            case PenaltyNoticeWithdrawn e -> London.startOf(e.on());
            case PenaltyNoticeProsecuted e -> London.startOf(e.on());
            case NoticeToImproveGiven _, NoticeToImproveConcluded _ -> fact.recordedAt();
        };
    }

    private void add(Fact fact, FollowUpEvent event) {
        switch (event) {
            case FollowUpDue e -> add(Kind.TASK, e.raisedAt(), fact, e);
            case NotificationRaised e -> add(Kind.NOTIFICATION, fact.recordedAt(), fact, e);
            case NotificationSettled e -> sequels.put(e.entryId(), new Sequel.Settled(e));
            case FollowUpDone _,
                    FollowUpDecided _,
                    FollowUpCancelled _,
                    UnexplainedAbsenceOpened _,
                    UnexplainedAbsenceEnded _ -> {}
        }
    }

    private void add(Kind kind, Instant at, Fact fact, AbsenceEvent event) {
        all.add(new Happening(kind, at, fact, event));
    }

    private List<Happening> withSequels() {
        return all.stream()
                .map(each -> each.followedBy(sequels.get(((AbsenceEvent) each.event()).entryId())))
                .toList();
    }
}
