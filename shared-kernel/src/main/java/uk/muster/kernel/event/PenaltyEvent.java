package uk.muster.kernel.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.NoticePolicy.CountedFrom;
import uk.muster.kernel.policy.NoticePolicy.Issuer;
import uk.muster.kernel.sealing.Sealed;

/**
 * Penalty notices and notices to improve: what becomes of one is a fact of its own and never changes it. In the pupil's
 * {@link AbsenceEvent#STREAM}, so that what falls due about a notice is found with all else that is due.
 */
public sealed interface PenaltyEvent extends AbsenceEvent {

    /** The notice that the fact is about; its own entry where it is the notice. */
    UUID noticeId();

    /** Sealed JSON of the person who recorded it. */
    Sealed author();

    /**
     * A fact that a penalty notice was issued to a parent for a child.
     *
     * @param contactId the parent, as the admission register calls them
     * @param parent sealed JSON of {@link NoticedParent}: who that was when it was issued
     * @param nth which of the parent's notices for the child it is, from 1; that of its tariff where it does not count
     * @param copyToLa whether the school is to send the local authority a copy (KTS-62)
     * @param receivedOn the day received, where it was known at once
     * @param laCheckRef sealed reference of the check with the local authority
     * @param support sealed words on the support that was offered first
     * @param considerations sealed JSON list of {@link AbsenceEvent.Factor}: what was considered (KTS-63)
     */
    record PenaltyNoticeIssued(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            String contactId,
            Sealed parent,
            NoticeKind kind,
            LocalDate issuedOn,
            Issuer issuer,
            int nth,
            NoticeTerms terms,
            boolean copyToLa,
            @Nullable LocalDate receivedOn,
            @Nullable Sealed laCheckRef,
            @Nullable Sealed support,
            Sealed considerations,
            Sealed author)
            implements PenaltyEvent {

        @Override
        public UUID noticeId() {
            return entryId;
        }
    }

    /** A fact that it became known on which day a notice was received. */
    record PenaltyNoticeReceived(Urn urn, PupilNumber pupil, UUID entryId, UUID noticeId, LocalDate on, Sealed author)
            implements PenaltyEvent {}

    /** A fact that a notice was paid, in pounds and in full: there are no instalments. */
    record PenaltyNoticePaid(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            UUID noticeId,
            LocalDate on,
            BigDecimal amount,
            @Nullable Sealed reason,
            Sealed author)
            implements PenaltyEvent {}

    /** A fact that a notice was withdrawn (SI 2007/1867 reg 8): it counts no more, and what was paid is paid back. */
    record PenaltyNoticeWithdrawn(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            UUID noticeId,
            LocalDate on,
            @Nullable Sealed reason,
            Sealed author)
            implements PenaltyEvent {}

    /** A fact of the proceedings that an unpaid notice led to. */
    record PenaltyNoticeProsecuted(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            UUID noticeId,
            LocalDate on,
            Proceedings outcome,
            @Nullable Sealed reason,
            Sealed author)
            implements PenaltyEvent {}

    /**
     * A fact that a parent was given time to improve a child's attendance, with support (KTS-70).
     *
     * @param from the first day of the improvement period
     * @param until its last, inclusive
     * @param blocks the blocks of its content by their ids (KTS-72)
     */
    record NoticeToImproveGiven(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            String contactId,
            Sealed parent,
            LocalDate from,
            LocalDate until,
            int weeks,
            List<String> blocks,
            Sealed author)
            implements PenaltyEvent {

        public NoticeToImproveGiven {
            blocks = List.copyOf(blocks);
        }

        @Override
        public UUID noticeId() {
            return entryId;
        }
    }

    /** A fact that somebody concluded what came of a notice to improve. */
    record NoticeToImproveConcluded(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            UUID noticeId,
            ImprovementOutcome outcome,
            Sealed reason,
            Sealed author)
            implements PenaltyEvent {}

    /** A parent to whom a notice is addressed; {@code personRef} names the same adult in another school. */
    record NoticedParent(
            String name, String relationship, @Nullable String personRef) {}

    /**
     * What a notice costs and in how many days, as it says itself: a later tariff changes nothing about it.
     *
     * @param earlyAmount pounds; null where there is no discount
     * @param earlyDays days to pay that; null where there is no discount
     * @param fullAmount pounds
     * @param fullDays days to pay that
     * @param countedFrom what the days are counted from
     * @param firstDayCounts whether that day is day 1
     */
    record NoticeTerms(
            @Nullable BigDecimal earlyAmount,
            @Nullable Integer earlyDays,
            BigDecimal fullAmount,
            int fullDays,
            CountedFrom countedFrom,
            boolean firstDayCounts) {}

    /** What a penalty notice is for. */
    enum NoticeKind {
        /** Unauthorised absence, under the national framework (Education Act 1996 s444A). */
        NATIONAL,
        /** Being in a public place while suspended (Education and Inspections Act 2006 s105): it counts towards no limit (KTS-69). */
        PUBLIC_PLACE
    }

    /** How far proceedings for an unpaid notice came. */
    enum Proceedings {
        BROUGHT,
        /** The parent pleaded guilty or was found so. */
        CONVICTED,
        /** The notice counts no more. */
        ACQUITTED
    }

    /** What came of a notice to improve. */
    enum ImprovementOutcome {
        IMPROVED,
        NOT_IMPROVED,
        WITHDRAWN
    }
}
