package uk.muster.command.penalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.axon.AggregateCommand;
import uk.muster.kernel.event.AbsenceEvent.Factor;
import uk.muster.kernel.event.PenaltyEvent.ImprovementOutcome;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.policy.NoticePolicy.Issuer;

/** What can be recorded about notices to a pupil's parents. */
public sealed interface NoticeCommand extends AggregateCommand {

    AbsenceStream absences();

    Person author();

    @Override
    default Object target() {
        return absences();
    }

    /**
     * A penalty notice was issued.
     *
     * @param offenceOn for a public place: when the pupil was there; empty for the day of issue
     * @param support words on the support that was offered, or {@code true}; empty or {@code false} for none
     */
    record IssueNotice(
            AbsenceStream absences,
            ContactId parent,
            NoticeKind kind,
            LocalDate issuedOn,
            Issuer issuer,
            Optional<LocalDate> offenceOn,
            Optional<LocalDate> receivedOn,
            Optional<String> laCheckRef,
            Optional<String> support,
            List<Factor> considerations,
            Person author)
            implements NoticeCommand {}

    /** It became known on which day a notice was received. */
    record RecordReceipt(AbsenceStream absences, UUID notice, LocalDate on, Person author) implements NoticeCommand {}

    /** @param amount pounds; empty for what was due on the day */
    record RecordPayment(
            AbsenceStream absences,
            UUID notice,
            LocalDate on,
            Optional<BigDecimal> amount,
            Optional<String> reason,
            Person author)
            implements NoticeCommand {}

    /** A notice should not stand. */
    record WithdrawNotice(AbsenceStream absences, UUID notice, LocalDate on, Optional<String> reason, Person author)
            implements NoticeCommand {}

    /** An unpaid notice led to proceedings. */
    record RecordProceedings(
            AbsenceStream absences,
            UUID notice,
            LocalDate on,
            Proceedings outcome,
            Optional<String> reason,
            Person author)
            implements NoticeCommand {}

    /** A parent is given time to improve. */
    record GiveNoticeToImprove(
            AbsenceStream absences, ContactId parent, LocalDate from, int weeks, List<String> blocks, Person author)
            implements NoticeCommand {}

    /** Somebody says what came of it. */
    record ConcludeNoticeToImprove(
            AbsenceStream absences, UUID notice, ImprovementOutcome outcome, String reason, Person author)
            implements NoticeCommand {}
}
