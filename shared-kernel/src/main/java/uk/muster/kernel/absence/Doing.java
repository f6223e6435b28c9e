package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.ThresholdEvent;

/** Which entries do which tasks: an attempt, a visit, an assessment or a concern passed on does those of its kind for its day. */
public final class Doing {

    private final AbsenceState state;

    public Doing(AbsenceState state) {
        this.state = state;
    }

    /**
     * The open tasks that an entry being recorded does. A concern passed on does the tasks that name where it went, or the only one there is to
     * pass a concern on; a referral to the officer for children missing education is done by nothing else.
     */
    public List<FollowUpTask> doneBy(AbsenceEvent entry) {
        return switch (entry) {
            case ContactAttempted e -> openOn(TaskKind.CONTACT, e.at());
            case HomeVisitRecorded e -> openOn(TaskKind.VISIT, e.at());
            case RiskAssessed e -> openOn(TaskKind.ASSESS, e.at());
            case SafeguardingEscalated e -> {
                List<FollowUpTask> escalate = openOn(TaskKind.ESCALATE, e.at());
                List<FollowUpTask> named = new ArrayList<>(escalate);
                named.addAll(openOn(TaskKind.NOTIFY, e.at()));
                named.removeIf(task -> !task.isDoneBy(e.to()));
                List<FollowUpTask> others = escalate.stream()
                        .filter(task -> !TaskKinds.wantsCmeOfficer(task.actions()))
                        .toList();
                yield named.isEmpty() && others.size() == 1 ? others : List.copyOf(named);
            }
            case PenaltyEvent e ->
                state.tasks().stream()
                        .filter(task -> task.isOpen() && NoticeClocks.isDoneBy(e, task))
                        .toList();
            case AbsenceReported _,
                    AbsenceDecided _,
                    SicknessForecast _,
                    EntryCorrected _,
                    FollowUpEvent _,
                    ThresholdEvent _ -> List.of();
        };
    }

    /** The entry that did what falls due before it did, and not too early for it; empty when none did. */
    Optional<UUID> entryFor(Due task) {
        return switch (task.kind()) {
            case CONTACT ->
                state.attempts().stream()
                        .filter(e -> isOfItsDay(e.at(), task))
                        .map(ContactAttempted::entryId)
                        .findFirst();
            case VISIT ->
                state.visits().stream()
                        .filter(e -> isOfItsDay(e.at(), task))
                        .map(HomeVisitRecorded::entryId)
                        .findFirst();
            case ASSESS ->
                state.assessments().stream()
                        .filter(e -> isOfItsDay(e.at(), task))
                        .map(RiskAssessed::entryId)
                        .findFirst();
            case ESCALATE ->
                state.escalations().stream()
                        .filter(e -> isOfItsDay(e.at(), task) && TaskKinds.areDoneBy(task.actions(), e.to()))
                        .map(SafeguardingEscalated::entryId)
                        .findFirst();
            case NOTIFY ->
                state.escalations().stream()
                        .filter(e -> !e.at().isBefore(task.doneFrom()) && TaskKinds.areDoneBy(task.actions(), e.to()))
                        .map(SafeguardingEscalated::entryId)
                        .findFirst();
            case RETURN, DECIDE, REVIEW -> Optional.empty();
        };
    }

    private List<FollowUpTask> openOn(TaskKind kind, Instant at) {
        return state.tasks().stream()
                .filter(task -> task.isOpen() && task.kind() == kind && isOn(at, task.date()))
                .toList();
    }

    private static boolean isOfItsDay(Instant at, Due task) {
        return isOn(at, task.date()) && !at.isBefore(task.doneFrom());
    }

    private static boolean isOn(Instant instant, LocalDate day) {
        return London.dateOf(instant).equals(day);
    }
}
