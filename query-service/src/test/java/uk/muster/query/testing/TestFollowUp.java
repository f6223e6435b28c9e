package uk.muster.query.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.AbsenceEvent.AbsenceDecided;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.AbsenceEvent.Factor;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.AbsenceEvent.Reporter;
import uk.muster.kernel.event.AbsenceEvent.RiskAssessed;
import uk.muster.kernel.event.AbsenceEvent.SafeguardingEscalated;
import uk.muster.kernel.event.AbsenceEvent.SicknessForecast;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.event.FollowUpEvent.Delivery;
import uk.muster.kernel.event.FollowUpEvent.Ending;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDecided;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.NotificationSettled;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Modality;
import uk.muster.kernel.sealing.Sealed;

/** Writes into a {@link TestLedger} what was done about a pupil's absences and what fell due. A method that makes an entry answers its id. */
public final class TestFollowUp {

    private final TestLedger ledger;
    private final Urn urn;
    private final PupilNumber pupil;
    private final Sealing sealing;

    TestFollowUp(TestLedger ledger, Urn urn, PupilNumber pupil, Sealing sealing) {
        this.ledger = ledger;
        this.urn = urn;
        this.pupil = pupil;
        this.sealing = sealing;
    }

    /** Seals under the pupil's key. */
    interface Sealing {
        Sealed seal(String text);
    }

    public UUID report(Instant receivedAt, LocalDate from, @Nullable LocalDate expectedReturn) {
        UUID id = nextId();
        ledger.absence(new AbsenceReported(
                urn,
                pupil,
                id,
                json(new Reporter("C. Ashworth", "mother")),
                Channel.VOICEMAIL,
                receivedAt,
                sealing.seal("Temperature"),
                from,
                expectedReturn,
                true,
                null,
                author()));
        return id;
    }

    /** @param register one of the session that is decided */
    public UUID decide(String register, String code) {
        UUID id = nextId();
        SessionKey session = RegisterId.parse(register).session();
        ledger.absence(new AbsenceDecided(
                urn, pupil, id, session, session, code, 1, sealing.seal("Mother told us"), author()));
        return id;
    }

    public UUID attempt(Instant at, Channel channel, Outcome outcome, @Nullable Purpose purpose) {
        UUID id = nextId();
        ledger.absence(new ContactAttempted(
                urn, pupil, id, at, channel, "c1", outcome, purpose, sealing.seal("Note of a call"), author()));
        return id;
    }

    public UUID visit(Instant at, VisitOutcome outcome) {
        UUID id = nextId();
        Sealed visitors = json(List.of(TestLedger.OFFICER));
        ledger.absence(new HomeVisitRecorded(
                urn, pupil, id, at, visitors, 1, true, outcome, sealing.seal("Note of a visit"), author()));
        return id;
    }

    public UUID assess(Instant at, boolean concernRemains) {
        UUID id = nextId();
        Sealed factors =
                json(List.of(new Factor("known", "YES", "Note of a factor"), new Factor("pattern", "NO", null)));
        ledger.absence(new RiskAssessed(urn, pupil, id, at, factors, concernRemains, author()));
        return id;
    }

    public UUID escalate(Instant at, Destination to) {
        UUID id = nextId();
        ledger.absence(new SafeguardingEscalated(urn, pupil, id, at, to, sealing.seal("Reason to worry"), author()));
        return id;
    }

    public UUID forecast(LocalDate from, int expectedSchoolDays) {
        UUID id = nextId();
        ledger.absence(new SicknessForecast(urn, pupil, id, from, expectedSchoolDays, author()));
        return id;
    }

    public UUID correct(UUID entry, UUID replacedBy, boolean ofAnotherPupil) {
        ledger.absence(new EntryCorrected(urn, pupil, entry, replacedBy, ofAnotherPupil, author()));
        return entry;
    }

    public UUID open(String register) {
        UUID id = nextId();
        ledger.absence(new UnexplainedAbsenceOpened(
                urn, pupil, id, RegisterId.parse(register).session(), null));
        return id;
    }

    public void end(UUID caseId, Ending ending) {
        ledger.absence(new UnexplainedAbsenceEnded(urn, pupil, caseId, ending, null));
    }

    /** A task of a day that must be done, raised at 08:30Z of that day. */
    public UUID due(String step, TaskKind kind, LocalDate date, int schoolDay, Instant dueAt, String... actions) {
        return due(step, kind, Modality.MUST, date, schoolDay, dueAt, actions);
    }

    public UUID due(
            String step,
            TaskKind kind,
            Modality modality,
            LocalDate date,
            int schoolDay,
            Instant dueAt,
            String... actions) {
        UUID id = nextId();
        Instant raisedAt = Instant.parse(date + "T08:30:00Z");
        ledger.absence(new FollowUpDue(
                urn, pupil, id, step, kind, modality, date, schoolDay, List.of(actions), raisedAt, dueAt));
        return id;
    }

    /** A task about another entry, such as a notice, raised at 08:30Z of its day. */
    public UUID dueAbout(UUID about, String step, TaskKind kind, LocalDate date, Instant dueAt) {
        UUID id = nextId();
        ledger.absence(new FollowUpDue(
                urn,
                pupil,
                id,
                step,
                kind,
                Modality.MUST,
                date,
                1,
                List.of(),
                Instant.parse(date + "T08:30:00Z"),
                dueAt,
                about));
        return id;
    }

    public void done(UUID task, UUID by) {
        ledger.absence(new FollowUpDone(urn, pupil, task, by));
    }

    public void decideTask(UUID task, TaskDecision decision) {
        ledger.absence(new FollowUpDecided(urn, pupil, task, decision, sealing.seal("Reason of a decision"), author()));
    }

    public void cancel(UUID task, Lapse because) {
        ledger.absence(new FollowUpCancelled(urn, pupil, task, because));
    }

    public UUID notify(UUID caseId, Recipient to, String register, @Nullable String address) {
        UUID id = nextId();
        SessionKey session = RegisterId.parse(register).session();
        ledger.absence(new NotificationRaised(
                urn, pupil, id, caseId, to, session, address == null ? null : sealing.seal(address)));
        return id;
    }

    public void settle(UUID notification, Delivery delivery, Instant at) {
        ledger.absence(new NotificationSettled(urn, pupil, notification, delivery, at));
    }

    private UUID nextId() {
        return new UUID(10, ledger.events().size());
    }

    private Sealed author() {
        return json(TestLedger.OFFICER);
    }

    private Sealed json(Object value) {
        return sealing.seal(KernelJson.mapper().writeValueAsString(value));
    }
}
