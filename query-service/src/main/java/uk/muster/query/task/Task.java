package uk.muster.query.task;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.absence.FollowUpTask.Status;
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
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.ThresholdEvent;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.query.store.Fact;

/** Something that somebody has to do or to decide, and what became of it as far as the facts go. */
public record Task(FollowUpDue due, Outcome outcome) {

    /** As callers name it. */
    public String id() {
        return new AbsenceEntryId(due.pupil(), due.entryId()).toString();
    }

    /** The entry that it is about, as callers name it; null where it is about the absence. */
    public @Nullable String about() {
        UUID about = due.about();
        return about == null ? null : new AbsenceEntryId(due.pupil(), about).toString();
    }

    public Status status() {
        return outcome.status();
    }

    /** Whether it should have been done by now and is not. */
    public boolean isOverdue(Instant now) {
        return status() == Status.OPEN && now.isAfter(due.dueAt());
    }

    /** The reason of what was decided. Where a concern was to be passed on it is a note of safeguarding, as an escalation's own reason is. */
    public @Nullable Sealed reason(boolean safeguarding) {
        return safeguarding || due.kind() != TaskKind.ESCALATE ? outcome.reason() : null;
    }

    /** The tasks of a pupil in the order in which they were raised, each as it is by these facts, by the entry's id. */
    public static Map<UUID, Task> of(List<Fact> facts) {
        Map<UUID, Task> tasks = new LinkedHashMap<>();
        Map<UUID, Sealed> authors = new HashMap<>();
        for (Fact fact : facts) {
            switch ((AbsenceEvent) fact.read()) {
                case AbsenceReported e -> authors.put(e.entryId(), e.author());
                case AbsenceDecided e -> authors.put(e.entryId(), e.author());
                case ContactAttempted e -> authors.put(e.entryId(), e.author());
                case HomeVisitRecorded e -> authors.put(e.entryId(), e.author());
                case RiskAssessed e -> authors.put(e.entryId(), e.author());
                case SafeguardingEscalated e -> authors.put(e.entryId(), e.author());
                case SicknessForecast e -> authors.put(e.entryId(), e.author());
                case PenaltyEvent e -> authors.put(e.entryId(), e.author());
                case EntryCorrected _ -> {}
                case FollowUpEvent e -> follow(e, fact.recordedAt(), authors, tasks);
                case ThresholdEvent _ -> {}
            }
        }
        return tasks;
    }

    private static void follow(
            FollowUpEvent event, Instant recordedAt, Map<UUID, Sealed> authors, Map<UUID, Task> tasks) {
        switch (event) {
            case FollowUpDue e -> tasks.put(e.entryId(), new Task(e, Outcome.OPEN));
            case FollowUpDone e -> settle(e.entryId(), Outcome.of(e, recordedAt, authors.get(e.by())), tasks);
            case FollowUpDecided e -> settle(e.entryId(), Outcome.of(e, recordedAt), tasks);
            case FollowUpCancelled e -> settle(e.entryId(), Outcome.of(e), tasks);
            case UnexplainedAbsenceOpened _,
                    UnexplainedAbsenceEnded _,
                    NotificationRaised _,
                    NotificationSettled _ -> {}
        }
    }

    private static void settle(UUID entryId, Outcome outcome, Map<UUID, Task> tasks) {
        tasks.computeIfPresent(entryId, (_, task) -> new Task(task.due(), outcome));
    }
}
