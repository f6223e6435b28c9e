package uk.muster.kernel.absence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/**
 * What is known of how a pupil's absences were followed up.
 *
 * @param attempts every attempt at contact that was not corrected since, in the order in which they were recorded
 */
public record AbsenceState(Map<UUID, ContactAttempted> attempts) {

    public static AbsenceState nothing() {
        return new AbsenceState(Map.of());
    }

    /** The state after one more fact. */
    public AbsenceState evolve(AbsenceEvent event) {
        return switch (event) {
            case ContactAttempted attempt -> with(attempt);
            case EntryCorrected corrected -> without(corrected.entryId());
            case AbsenceReported _,
                    AbsenceDecided _,
                    HomeVisitRecorded _,
                    RiskAssessed _,
                    SafeguardingEscalated _,
                    SicknessForecast _ -> this;
        };
    }

    /** An attempt that stands: recorded, and not as an error. */
    public Optional<ContactAttempted> attempt(UUID entryId) {
        return Optional.ofNullable(attempts.get(entryId));
    }

    /** Whether a parent was told that evidence is refused (KTS-38): spoken to, or sent the message. */
    public boolean parentToldOfRefusedEvidence() {
        return attempts.values().stream()
                .anyMatch(attempt -> attempt.purpose() == Purpose.EVIDENCE_REFUSED
                        && (attempt.outcome() == Outcome.SPOKE || attempt.outcome() == Outcome.SENT));
    }

    private AbsenceState with(ContactAttempted attempt) {
        Map<UUID, ContactAttempted> all = new LinkedHashMap<>(attempts);
        all.put(attempt.entryId(), attempt);
        return new AbsenceState(all);
    }

    private AbsenceState without(UUID entryId) {
        Map<UUID, ContactAttempted> rest = new LinkedHashMap<>(attempts);
        rest.remove(entryId);
        return new AbsenceState(rest);
    }
}
