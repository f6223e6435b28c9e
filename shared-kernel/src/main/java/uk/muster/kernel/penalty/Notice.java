package uk.muster.kernel.penalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.NoticeTerms;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.sealing.Sealed;

/**
 * A penalty notice and what became of it.
 *
 * @param id its entry
 * @param contactId the parent, as the admission register of its school calls them
 * @param parent sealed, as {@link PenaltyNoticeIssued} has it
 * @param paid pounds; null while it is not paid
 * @param withdrawnOn null while it stands
 * @param proceedings how far they came; null while there are none
 */
public record Notice(
        UUID id,
        String contactId,
        Sealed parent,
        NoticeKind kind,
        LocalDate issuedOn,
        NoticeTerms terms,
        boolean copyToLa,
        @Nullable LocalDate receivedOn,
        @Nullable BigDecimal paid,
        @Nullable LocalDate withdrawnOn,
        @Nullable Proceedings proceedings) {

    static Notice of(PenaltyNoticeIssued e) {
        return new Notice(
                e.entryId(),
                e.contactId(),
                e.parent(),
                e.kind(),
                e.issuedOn(),
                e.terms(),
                e.copyToLa(),
                e.receivedOn(),
                null,
                null,
                null);
    }

    /** Until when it may be paid. */
    public NoticeClock clock() {
        return NoticeClock.of(terms, issuedOn, receivedOn);
    }

    /** Whether it was neither paid nor withdrawn, and nobody was taken to court. */
    public boolean isOpen() {
        return paid == null && withdrawnOn == null && proceedings == null;
    }

    /** Whether somebody has yet to find out when it was received, because its days are counted from then. */
    public boolean wantsReceipt() {
        return isOpen() && clock().fullUntil() == null;
    }

    /** The last day to pay of a notice that nobody has paid; empty while that day is not known. */
    public Optional<LocalDate> unpaidAfter() {
        return isOpen() ? Optional.ofNullable(clock().fullUntil()) : Optional.empty();
    }

    /** Whether it counts towards how many a parent may have for a child: what was withdrawn, or ended in an acquittal, does not. */
    public boolean countsTowardsLimit() {
        return withdrawnOn == null && proceedings != Proceedings.ACQUITTED && counts(kind, issuedOn);
    }

    /** Whether notices of a kind and day count at all: not those for a public place (KTS-69) or from before the national framework. */
    public static boolean counts(NoticeKind kind, LocalDate issuedOn) {
        return kind == NoticeKind.NATIONAL && !issuedOn.isBefore(NoticeLimit.FRAMEWORK);
    }

    Notice received(LocalDate on) {
        return new Notice(id, contactId, parent, kind, issuedOn, terms, copyToLa, on, paid, withdrawnOn, proceedings);
    }

    Notice paid(BigDecimal amount) {
        return new Notice(
                id, contactId, parent, kind, issuedOn, terms, copyToLa, receivedOn, amount, withdrawnOn, proceedings);
    }

    Notice withdrawn(LocalDate on) {
        return new Notice(id, contactId, parent, kind, issuedOn, terms, copyToLa, receivedOn, paid, on, proceedings);
    }

    Notice prosecuted(Proceedings outcome) {
        return new Notice(
                id, contactId, parent, kind, issuedOn, terms, copyToLa, receivedOn, paid, withdrawnOn, outcome);
    }
}
