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
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

/** Writes into a {@link TestLedger} what was done about a pupil's absences. Each method answers the id of its entry. */
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
