package uk.muster.command.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.command.axon.AggregateCommand;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.AbsenceEvent.Factor;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.AbsenceEvent.Reporter;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;

/** What can be told, done or decided about a pupil's absences. */
public sealed interface AbsenceCommand extends AggregateCommand {

    AbsenceStream absences();

    Person author();

    @Override
    default Object target() {
        return absences();
    }

    /**
     * Somebody told the school of an absence.
     *
     * @param doubt whether whoever takes the report has grounds to ask for evidence
     */
    record ReportAbsence(
            AbsenceStream absences,
            Reporter reportedBy,
            Channel channel,
            Instant receivedAt,
            String reason,
            LocalDate from,
            Optional<LocalDate> expectedReturn,
            boolean doubt,
            Person author)
            implements AbsenceCommand {}

    /** Somebody was tried to be reached. */
    record AttemptContact(
            AbsenceStream absences,
            Instant at,
            Channel channel,
            Optional<ContactId> contactId,
            Outcome outcome,
            Optional<Purpose> purpose,
            Optional<String> note,
            Person author)
            implements AbsenceCommand {}

    /**
     * An attempt was recorded in error, on another child or in other words, and this is what it should have been.
     *
     * @param corrects the attempt in error, of any pupil of the school
     */
    record CorrectAttempt(AttemptContact attempt, AbsenceEntryId corrects) implements AbsenceCommand {

        @Override
        public AbsenceStream absences() {
            return attempt.absences();
        }

        @Override
        public Person author() {
            return attempt.author();
        }
    }

    /** Somebody went to the pupil's home. */
    record RecordVisit(
            AbsenceStream absences,
            Instant at,
            List<Person> visitors,
            VisitOutcome outcome,
            Optional<String> note,
            Person author)
            implements AbsenceCommand {}

    /** The risk of an unexplained absence was assessed. */
    record AssessRisk(AbsenceStream absences, Instant at, List<Factor> factors, boolean concernRemains, Person author)
            implements AbsenceCommand {}

    /** A concern is passed on. */
    record Escalate(AbsenceStream absences, Instant at, Destination to, String reason, Person author)
            implements AbsenceCommand {}

    /** A pupil is believed to be ill for long. */
    record ForecastSickness(AbsenceStream absences, LocalDate from, int expectedSchoolDays, Person author)
            implements AbsenceCommand {}

    /** Every {@code N} from one session to another, both inclusive, is to be entered as something else. */
    record DecideAbsence(
            AbsenceStream absences,
            SessionKey from,
            SessionKey to,
            String code,
            String reason,
            Optional<String> detail,
            @Nullable Integer minutesLate,
            Person author)
            implements AbsenceCommand {}

    /** A named person decided a task. */
    record DecideTask(AbsenceStream absences, UUID task, TaskDecision decision, String reason, Person author)
            implements AbsenceCommand {}

    /** The stream of a pupil's absences. */
    record AbsenceStream(Urn urn, PupilNumber pupil) {
        @Override
        public String toString() {
            return AbsenceEvent.stream(urn, pupil);
        }
    }
}
