package uk.muster.simulator.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.SessionKey;

/** Something that a family tells a school, or that its staff do or decide about an absence, as the contract's commands have it. */
public sealed interface Deed {

    Instant at();

    PupilId pupil();

    Person author();

    /** Somebody told the school of an absence. */
    record Report(
            Instant at,
            PupilId pupil,
            Reporter reporter,
            Channel channel,
            String reason,
            LocalDate from,
            Optional<LocalDate> expectedReturn,
            Person author)
            implements Deed {}

    /** Somebody was tried to be reached. */
    record Attempt(
            Instant at,
            PupilId pupil,
            Channel channel,
            ContactId contact,
            Outcome outcome,
            Purpose purpose,
            String note,
            Person author)
            implements Deed {}

    /** Somebody went to the home. */
    record Visit(Instant at, PupilId pupil, List<Person> visitors, VisitOutcome outcome, String note, Person author)
            implements Deed {

        public Visit {
            visitors = List.copyOf(visitors);
        }
    }

    /** The questions of the policy were answered. */
    record Assessment(Instant at, PupilId pupil, List<Factor> factors, boolean concernRemains, Person author)
            implements Deed {

        public Assessment {
            factors = List.copyOf(factors);
        }
    }

    /** A concern was passed on. */
    record Escalation(Instant at, PupilId pupil, Destination to, String reason, Person author) implements Deed {}

    /** A pupil is believed to be ill for long. */
    record Forecast(Instant at, PupilId pupil, LocalDate from, int schoolDays, Person author) implements Deed {}

    /** Every N from one session to another is entered as something else. */
    record Decision(
            Instant at, PupilId pupil, SessionKey from, SessionKey to, String code, String reason, Person author)
            implements Deed {}

    /** A task was decided. */
    record TaskDecided(Instant at, PupilId pupil, String task, TaskDecision decision, String reason, Person author)
            implements Deed {}
}
