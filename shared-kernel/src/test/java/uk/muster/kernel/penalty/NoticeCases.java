package uk.muster.kernel.penalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.NoticeTerms;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticePaid;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeProsecuted;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeReceived;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeWithdrawn;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.NoticePolicy.CountedFrom;
import uk.muster.kernel.policy.NoticePolicy.Issuer;
import uk.muster.kernel.sealing.Sealed;

/** Facts of notices for tests: what is sealed in them says nothing. */
public final class NoticeCases {

    public static final NoticeTerms FIRST =
            new NoticeTerms(BigDecimal.valueOf(80), 21, BigDecimal.valueOf(160), 28, CountedFrom.RECEIPT, true);
    public static final NoticeTerms SECOND =
            new NoticeTerms(null, null, BigDecimal.valueOf(160), 28, CountedFrom.RECEIPT, true);

    private static final Urn URN = new Urn(900_001);
    private static final PupilNumber PUPIL = new PupilNumber("kP3nYw0uVd9-Qb1_ZxAa");
    private static final Sealed SEALED = new Sealed("1.2s.text-in-a-box.text_commitment");
    private static final AtomicInteger IDS = new AtomicInteger();

    private NoticeCases() {}

    public static UUID id() {
        return new UUID(1, IDS.incrementAndGet());
    }

    public static PenaltyNoticeIssued issued(
            NoticeKind kind, LocalDate on, NoticeTerms terms, @Nullable LocalDate receivedOn) {
        return new PenaltyNoticeIssued(
                URN,
                PUPIL,
                id(),
                "c1",
                SEALED,
                kind,
                on,
                Issuer.HEAD,
                1,
                terms,
                true,
                receivedOn,
                null,
                null,
                SEALED,
                SEALED);
    }

    public static PenaltyNoticeReceived received(PenaltyEvent notice, LocalDate on) {
        return new PenaltyNoticeReceived(URN, PUPIL, id(), notice.noticeId(), on, SEALED);
    }

    public static PenaltyNoticePaid paid(PenaltyEvent notice, LocalDate on) {
        return new PenaltyNoticePaid(URN, PUPIL, id(), notice.noticeId(), on, BigDecimal.valueOf(80), null, SEALED);
    }

    public static PenaltyNoticeWithdrawn withdrawn(PenaltyEvent notice, LocalDate on) {
        return new PenaltyNoticeWithdrawn(URN, PUPIL, id(), notice.noticeId(), on, SEALED, SEALED);
    }

    public static PenaltyNoticeProsecuted prosecuted(PenaltyEvent notice, LocalDate on, Proceedings outcome) {
        return new PenaltyNoticeProsecuted(URN, PUPIL, id(), notice.noticeId(), on, outcome, null, SEALED);
    }

    public static PenaltyEvent.NoticeToImproveGiven improvement(LocalDate from, LocalDate until) {
        return new PenaltyEvent.NoticeToImproveGiven(
                URN, PUPIL, id(), "c1", SEALED, from, until, 4, NoticeBlock.ids(), SEALED);
    }

    public static PenaltyEvent.NoticeToImproveConcluded concluded(PenaltyEvent notice) {
        return new PenaltyEvent.NoticeToImproveConcluded(
                URN, PUPIL, id(), notice.noticeId(), PenaltyEvent.ImprovementOutcome.IMPROVED, SEALED, SEALED);
    }
}
