package uk.muster.command.absence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.command.keys.Vault;
import uk.muster.command.school.School;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.absence.AbsenceState;
import uk.muster.kernel.absence.Doing;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

/** What every decision about a pupil's absences looks at: what was recorded, the school's policy, the time and the vault. */
public record AbsenceRules(
        AbsenceStream absences, AbsenceState state, School school, Vault vault, InstantSource clock) {

    public Urn urn() {
        return absences.urn();
    }

    public PupilNumber pupil() {
        return absences.pupil();
    }

    public Sealed author(Person author) {
        return vault.sealJson(pupil(), author);
    }

    /** An instant that has not come yet is refused. */
    List<Fault> futureFaults(Instant instant, String pointer) {
        return instant.isAfter(clock.instant()) ? List.of(new Fault(pointer, "This lies in the future.")) : List.of();
    }

    /** The event, unless the instant {@code at} which it happened lies in the future. */
    Decision recordUnlessFuture(Instant at, AbsenceEvent event, Map<String, Object> more) {
        List<Fault> faults = futureFaults(at, "/at");
        return faults.isEmpty() ? record(event, at, more) : Decision.refuse(Problem.invalid(faults));
    }

    /**
     * The event, and that it does the open tasks of its kind and day.
     *
     * @param more what the answer says besides the entry's id
     */
    public Decision record(AbsenceEvent event, @Nullable Instant occurredAt, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", new AbsenceEntryId(pupil(), event.entryId()).toString());
        body.putAll(more);
        List<AbsenceEvent> events = new ArrayList<>();
        events.add(event);
        new Doing(state)
                .doneBy(event)
                .forEach(task -> events.add(new FollowUpDone(urn(), pupil(), task.id(), event.entryId())));
        return new Decision.Accepted(events, Answer.recorded(body), occurredAt, school.policyReference());
    }

    public static UUID newId() {
        return UUID.randomUUID();
    }
}
