package uk.muster.query.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.AbsenceEvent.Factor;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.PenaltyEvent.ImprovementOutcome;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.NoticeTerms;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveConcluded;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveGiven;
import uk.muster.kernel.event.PenaltyEvent.NoticedParent;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticePaid;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeProsecuted;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeReceived;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeWithdrawn;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.penalty.NoticeBlock;
import uk.muster.kernel.policy.NoticePolicy.CountedFrom;
import uk.muster.kernel.policy.NoticePolicy.Issuer;
import uk.muster.kernel.sealing.Sealed;

/** Writes into a {@link TestLedger} what was done about notices to a pupil's parents. A method that makes an entry answers its id. */
public final class TestNotices {

    /** To whom every notice is addressed. */
    public static final String PARENT = "Sam Canarybird";

    private final TestLedger ledger;
    private final Urn urn;
    private final PupilNumber pupil;
    private final TestFollowUp.Sealing sealing;

    TestNotices(TestLedger ledger, Urn urn, PupilNumber pupil, TestFollowUp.Sealing sealing) {
        this.ledger = ledger;
        this.urn = urn;
        this.pupil = pupil;
        this.sealing = sealing;
    }

    /** Of 80 pounds, then 160. */
    public UUID issue(NoticeKind kind, LocalDate issuedOn, @Nullable LocalDate receivedOn) {
        UUID id = nextId();
        ledger.absence(new PenaltyNoticeIssued(
                urn,
                pupil,
                id,
                "c1",
                parent(),
                kind,
                issuedOn,
                Issuer.HEAD,
                1,
                new NoticeTerms(BigDecimal.valueOf(80), 21, BigDecimal.valueOf(160), 28, CountedFrom.RECEIPT, true),
                true,
                receivedOn,
                sealing.seal("LA-17"),
                sealing.seal("Early help since May"),
                json(List.of(
                        new Factor("best_tool", "yes", null),
                        new Factor("equality_act", "considered", "Note of a consideration"))),
                author()));
        return id;
    }

    public UUID receive(UUID notice, LocalDate on) {
        UUID id = nextId();
        ledger.absence(new PenaltyNoticeReceived(urn, pupil, id, notice, on, author()));
        return id;
    }

    public UUID pay(UUID notice, LocalDate on) {
        UUID id = nextId();
        ledger.absence(new PenaltyNoticePaid(
                urn, pupil, id, notice, on, BigDecimal.valueOf(80), sealing.seal("By card"), author()));
        return id;
    }

    public UUID withdraw(UUID notice, LocalDate on) {
        UUID id = nextId();
        ledger.absence(
                new PenaltyNoticeWithdrawn(urn, pupil, id, notice, on, sealing.seal("The wrong person"), author()));
        return id;
    }

    public UUID prosecute(UUID notice, LocalDate on, Proceedings outcome) {
        UUID id = nextId();
        ledger.absence(new PenaltyNoticeProsecuted(
                urn, pupil, id, notice, on, outcome, sealing.seal("By the authority"), author()));
        return id;
    }

    public UUID improve(LocalDate from, int weeks) {
        UUID id = nextId();
        ledger.absence(new NoticeToImproveGiven(
                urn,
                pupil,
                id,
                "c1",
                parent(),
                from,
                from.plusWeeks(weeks).minusDays(1),
                weeks,
                NoticeBlock.ids(),
                author()));
        return id;
    }

    public UUID conclude(UUID notice, ImprovementOutcome outcome) {
        UUID id = nextId();
        ledger.absence(new NoticeToImproveConcluded(
                urn, pupil, id, notice, outcome, sealing.seal("Eight sessions fewer"), author()));
        return id;
    }

    private UUID nextId() {
        return new UUID(12, ledger.events().size());
    }

    private Sealed parent() {
        return json(new NoticedParent(PARENT, "parent", "ref-1"));
    }

    private Sealed author() {
        return json(TestLedger.OFFICER);
    }

    private Sealed json(Object value) {
        return sealing.seal(KernelJson.mapper().writeValueAsString(value));
    }
}
