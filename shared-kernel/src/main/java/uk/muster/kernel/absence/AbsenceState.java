package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.AbsenceEvent.AbsenceDecided;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.AbsenceEvent.RiskAssessed;
import uk.muster.kernel.event.AbsenceEvent.SafeguardingEscalated;
import uk.muster.kernel.event.AbsenceEvent.SicknessForecast;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.FollowUpEvent;
import uk.muster.kernel.event.FollowUpEvent.Delivery;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDecided;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.NotificationSettled;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.event.ThresholdEvent.ThresholdMet;
import uk.muster.kernel.event.ThresholdEvent.ThresholdRetracted;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.penalty.NoticeBook;

/**
 * What is known of how a pupil's absences were followed up: the fold of their facts. Mutable while it is folded, by one thread, and only by
 * {@link #evolve}; what it gives out is not.
 */
public final class AbsenceState {

    private final Map<UUID, ContactAttempted> attempts = new LinkedHashMap<>();
    private final Set<UUID> struck = new HashSet<>();
    private final List<HomeVisitRecorded> visits = new ArrayList<>();
    private final List<RiskAssessed> assessments = new ArrayList<>();
    private final List<SafeguardingEscalated> escalations = new ArrayList<>();
    private final List<AbsenceReported> reports = new ArrayList<>();
    private final List<SicknessForecast> forecasts = new ArrayList<>();
    private final Map<UUID, FollowUpTask> tasks = new LinkedHashMap<>();
    private final NavigableSet<SessionKey> begun = new TreeSet<>();
    private final Set<Told> told = new HashSet<>();
    private final Set<Told> missed = new HashSet<>();
    private final Map<UUID, Told> unsettled = new HashMap<>();
    private final Map<UUID, UnexplainedAbsenceOpened> open = new LinkedHashMap<>();
    private NoticeBook notices = NoticeBook.EMPTY;

    private final Map<UUID, ThresholdMet> met = new LinkedHashMap<>();
    private final Map<UUID, ThresholdRetracted> retracted = new LinkedHashMap<>();

    private record Told(UUID caseId, Recipient to) {}

    private AbsenceState() {}

    public static AbsenceState nothing() {
        return new AbsenceState();
    }

    /** What the stored facts of a pupil's absences come to, in their order. */
    public static AbsenceState fold(Iterable<StoredEvent> stream) {
        AbsenceState state = nothing();
        for (StoredEvent stored : stream) {
            state.evolve((AbsenceEvent) EventTypes.read(stored.type(), stored.payload()));
        }
        return state;
    }

    /** The state after one more fact; it is this very state. */
    public AbsenceState evolve(AbsenceEvent event) {
        switch (event) {
            case ContactAttempted e -> attempts.put(e.entryId(), e);
            case EntryCorrected e -> {
                attempts.remove(e.entryId());
                struck.add(e.entryId());
            }
            case AbsenceReported e -> reports.add(e);
            case HomeVisitRecorded e -> visits.add(e);
            case RiskAssessed e -> assessments.add(e);
            case SafeguardingEscalated e -> escalations.add(e);
            case SicknessForecast e -> forecasts.add(e);
            case AbsenceDecided _ -> {}
            case FollowUpEvent e -> follow(e);
            case ThresholdMet e -> met.put(e.entryId(), e);
            case ThresholdRetracted e -> retracted.put(e.threshold(), e);
            case PenaltyEvent e -> notices = notices.after(e);
        }
        return this;
    }

    private void follow(FollowUpEvent event) {
        switch (event) {
            case UnexplainedAbsenceOpened e -> {
                open.put(e.entryId(), e);
                begun.add(e.from());
            }
            case UnexplainedAbsenceEnded e -> open.remove(e.entryId());
            case FollowUpDue e -> tasks.put(e.entryId(), FollowUpTask.of(e));
            case FollowUpDone e -> tasks.computeIfPresent(e.entryId(), (_, before) -> before.doneBy(e.by()));
            case FollowUpDecided e ->
                settle(
                        e.entryId(),
                        e.decision() == TaskDecision.DONE ? FollowUpTask.Status.DONE : FollowUpTask.Status.DECLINED);
            case FollowUpCancelled e -> settle(e.entryId(), FollowUpTask.Status.CANCELLED);
            case NotificationRaised e -> {
                Told one = new Told(e.caseId(), e.to());
                told.add(one);
                unsettled.put(e.entryId(), one);
                if (e.address() == null) {
                    missed.add(one);
                }
            }
            case NotificationSettled e -> {
                Told one = unsettled.remove(e.entryId());
                if (one != null && e.delivery() != Delivery.SENT) {
                    missed.add(one);
                }
            }
        }
    }

    private void settle(UUID task, FollowUpTask.Status status) {
        tasks.computeIfPresent(task, (_, before) -> before.now(status));
    }

    /** The case that is open. One that was over when it became known begins and ends beside it. */
    public Optional<UnexplainedAbsenceOpened> openCase() {
        return open.values().stream().findFirst();
    }

    /** Whether a case ever began with that session. */
    public boolean hasBegun(SessionKey from) {
        return begun.contains(from);
    }

    /** Where the last case began that did so with the session or before it. */
    public Optional<SessionKey> lastBegunBy(SessionKey session) {
        return Optional.ofNullable(begun.floor(session));
    }

    /** Every task there ever was, in the order in which they were raised. */
    public List<FollowUpTask> tasks() {
        return List.copyOf(tasks.values());
    }

    /** Whether a task was never taken back: cancelled, or done by an entry that was struck since, so that nothing was done. */
    boolean stands(FollowUpTask task) {
        return task.status() != FollowUpTask.Status.CANCELLED && !struck.contains(task.doneBy());
    }

    /** The penalty notices and notices to improve. */
    public NoticeBook notices() {
        return notices;
    }

    public Optional<FollowUpTask> task(UUID id) {
        return Optional.ofNullable(tasks.get(id));
    }

    /** Every threshold that was met and not retracted, in the order in which they were found. */
    public List<ThresholdMet> thresholds() {
        return met.values().stream()
                .filter(each -> !retracted.containsKey(each.entryId()))
                .toList();
    }

    /** Every threshold that was retracted, in the order in which that was found. */
    public List<ThresholdRetracted> retractedThresholds() {
        return List.copyOf(retracted.values());
    }

    /** A threshold that was met at some time, retracted since or not. */
    Optional<ThresholdMet> threshold(UUID id) {
        return Optional.ofNullable(met.get(id));
    }

    /** Whether somebody was to be told in a case. */
    public boolean isTold(UUID caseId, Recipient to) {
        return told.contains(new Told(caseId, to));
    }

    /** Whether no message to them in a case can be known to have arrived: there was no address, or it failed, or nobody knows. */
    boolean isMissed(UUID caseId, Recipient to) {
        return missed.contains(new Told(caseId, to));
    }

    /** Whether a message was raised of which nobody yet knows what became. */
    public boolean awaitsDelivery(UUID notification) {
        return unsettled.containsKey(notification);
    }

    /** An attempt that stands: recorded, and not as an error. */
    public Optional<ContactAttempted> attempt(UUID entryId) {
        return Optional.ofNullable(attempts.get(entryId));
    }

    public List<AbsenceReported> reports() {
        return List.copyOf(reports);
    }

    public List<SicknessForecast> forecasts() {
        return List.copyOf(forecasts);
    }

    /** Whether a parent was told that evidence is refused (KTS-38): spoken to, or sent the message. */
    public boolean parentToldOfRefusedEvidence() {
        return attempts.values().stream()
                .anyMatch(attempt -> attempt.purpose() == Purpose.EVIDENCE_REFUSED
                        && (attempt.outcome() == Outcome.SPOKE || attempt.outcome() == Outcome.SENT));
    }

    /** Whether contact was made since the instant: somebody was spoken to, or an adult or the child was seen (G-08). */
    public boolean contactSince(Instant since) {
        return attempts.values().stream()
                        .anyMatch(attempt -> attempt.outcome() == Outcome.SPOKE
                                && !attempt.at().isBefore(since))
                || visits.stream()
                        .anyMatch(visit ->
                                establishesContact(visit) && !visit.at().isBefore(since));
    }

    /** When the first attempt of a day failed; empty when none did. */
    public Optional<Instant> firstFailedAttempt(LocalDate day) {
        return attempts.values().stream()
                .filter(attempt -> attempt.outcome() != Outcome.SPOKE && isOn(attempt.at(), day))
                .map(ContactAttempted::at)
                .min(Instant::compareTo);
    }

    /** When the first visit since the instant failed to make contact; empty when none did. */
    public Optional<Instant> firstFailedVisit(Instant since) {
        return visits.stream()
                .filter(visit -> !establishesContact(visit) && !visit.at().isBefore(since))
                .map(HomeVisitRecorded::at)
                .min(Instant::compareTo);
    }

    /** Since when a concern remains, by the last assessment or visit that said so since the instant; empty when none remains. */
    public Optional<Instant> concernSince(Instant since) {
        @Nullable
        RiskAssessed assessed = assessments.stream()
                .filter(each -> !each.at().isBefore(since))
                .reduce((a, b) -> b.at().isBefore(a.at()) ? a : b)
                .orElse(null);
        if (assessed != null && assessed.concernRemains()) {
            return Optional.of(assessed.at());
        }
        return visits.stream()
                .filter(visit -> visit.outcome() == AbsenceEvent.VisitOutcome.CONCERN
                        && !visit.at().isBefore(since)
                        && (assessed == null || visit.at().isAfter(assessed.at())))
                .map(HomeVisitRecorded::at)
                .findFirst();
    }

    List<ContactAttempted> attempts() {
        return List.copyOf(attempts.values());
    }

    List<HomeVisitRecorded> visits() {
        return List.copyOf(visits);
    }

    List<RiskAssessed> assessments() {
        return List.copyOf(assessments);
    }

    List<SafeguardingEscalated> escalations() {
        return List.copyOf(escalations);
    }

    private static boolean establishesContact(HomeVisitRecorded visit) {
        return switch (visit.outcome()) {
            case SPOKE_TO_ADULT, CHILD_SEEN_SAFE -> true;
            case NO_ANSWER, CONCERN -> false;
        };
    }

    private static boolean isOn(Instant instant, LocalDate day) {
        return London.dateOf(instant).equals(day);
    }
}
