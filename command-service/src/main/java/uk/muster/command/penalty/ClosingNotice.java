package uk.muster.command.penalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.command.absence.AbsenceRules;
import uk.muster.command.decision.Decision;
import uk.muster.command.penalty.NoticeCommand.RecordPayment;
import uk.muster.command.penalty.NoticeCommand.RecordProceedings;
import uk.muster.command.penalty.NoticeCommand.RecordReceipt;
import uk.muster.command.penalty.NoticeCommand.WithdrawNotice;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticePaid;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeProsecuted;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeReceived;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeWithdrawn;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.penalty.Notice;
import uk.muster.kernel.penalty.NoticeClock;

/**
 * Recording what becomes of a penalty notice. It is received once and paid once, in full and in time; unpaid, it leads to proceedings; and it may be
 * withdrawn at any time, even when it is paid (SI 2007/1867 reg 8), unless a court has decided.
 */
final class ClosingNotice {

    private ClosingNotice() {}

    static Decision decide(AbsenceRules rules, RecordReceipt command) {
        return with(rules, command.notice(), command.on(), notice -> {
            if (notice.receivedOn() != null) {
                return conflict("The day on which this notice was received is recorded already.");
            }
            if (!notice.isOpen()) {
                return conflict(over(notice));
            }
            NoticeClock clock = NoticeClock.of(notice.terms(), notice.issuedOn(), command.on());
            return rules.record(
                    new PenaltyNoticeReceived(
                            rules.urn(),
                            rules.pupil(),
                            AbsenceRules.newId(),
                            notice.id(),
                            command.on(),
                            rules.author(command.author())),
                    null,
                    NoticeAnswers.terms(notice.terms(), clock));
        });
    }

    static Decision decide(AbsenceRules rules, RecordPayment command) {
        return with(rules, command.notice(), command.on(), notice -> {
            if (!notice.isOpen()) {
                return conflict(over(notice));
            }
            List<Fault> faults = new ArrayList<>();
            Optional<BigDecimal> amount = amount(notice, command, faults);
            if (!faults.isEmpty() || amount.isEmpty()) {
                return Decision.refuse(Problem.invalid(faults));
            }
            return rules.record(
                    new PenaltyNoticePaid(
                            rules.urn(),
                            rules.pupil(),
                            AbsenceRules.newId(),
                            notice.id(),
                            command.on(),
                            amount.get(),
                            rules.vault()
                                    .sealOptional(rules.pupil(), command.reason())
                                    .orElse(null),
                            rules.author(command.author())),
                    null,
                    Map.of("amount", amount.get()));
        });
    }

    /** What was paid; without an amount what was due. Where the day received is not known yet, either amount may have been due. */
    private static Optional<BigDecimal> amount(Notice notice, RecordPayment command, List<Fault> faults) {
        LocalDate last = notice.clock().fullUntil();
        if (last == null) {
            BigDecimal early = notice.terms().earlyAmount();
            List<BigDecimal> either = early == null
                    ? List.of(notice.terms().fullAmount())
                    : List.of(early, notice.terms().fullAmount());
            return oneOf(either, command.amount(), faults);
        }
        Optional<BigDecimal> due = notice.clock().dueOn(command.on(), notice.terms());
        if (due.isEmpty()) {
            faults.add(new Fault("/on", "This notice could be paid until " + last + ": it is unpaid."));
            return Optional.empty();
        }
        return oneOf(List.of(due.get()), command.amount(), faults);
    }

    private static Optional<BigDecimal> oneOf(List<BigDecimal> due, Optional<BigDecimal> paid, List<Fault> faults) {
        if (paid.isPresent() && !due.contains(paid.get())) {
            faults.add(new Fault(
                    "/amount",
                    "A notice is paid in full: on this day it cost "
                            + String.join(
                                    " or ",
                                    due.stream().map(BigDecimal::toPlainString).toList())
                            + " pounds."));
            return Optional.empty();
        }
        return paid.or(() -> Optional.of(due.getFirst()));
    }

    static Decision decide(AbsenceRules rules, WithdrawNotice command) {
        return with(rules, command.notice(), command.on(), notice -> {
            if (notice.withdrawnOn() != null || isDecided(notice.proceedings())) {
                return conflict(over(notice));
            }
            BigDecimal paid = notice.paid();
            return rules.record(
                    new PenaltyNoticeWithdrawn(
                            rules.urn(),
                            rules.pupil(),
                            AbsenceRules.newId(),
                            notice.id(),
                            command.on(),
                            rules.vault()
                                    .sealOptional(rules.pupil(), command.reason())
                                    .orElse(null),
                            rules.author(command.author())),
                    null,
                    paid == null ? Map.of() : Map.of("repay", paid));
        });
    }

    static Decision decide(AbsenceRules rules, RecordProceedings command) {
        return with(rules, command.notice(), command.on(), notice -> {
            if (notice.paid() != null || notice.withdrawnOn() != null || isDecided(notice.proceedings())) {
                return conflict(over(notice));
            }
            if (notice.proceedings() == Proceedings.BROUGHT && command.outcome() == Proceedings.BROUGHT) {
                return conflict("Proceedings for this notice are recorded already.");
            }
            LocalDate last = notice.clock().fullUntil();
            if (last == null || !command.on().isAfter(last)) {
                return Decision.refuse(Problem.invalid(List.of(new Fault(
                        "/on",
                        last == null
                                ? "The day on which this notice was received is not known, so nobody can tell that it is unpaid."
                                : "This notice can be paid until " + last + "."))));
            }
            return rules.record(
                    new PenaltyNoticeProsecuted(
                            rules.urn(),
                            rules.pupil(),
                            AbsenceRules.newId(),
                            notice.id(),
                            command.on(),
                            command.outcome(),
                            rules.vault()
                                    .sealOptional(rules.pupil(), command.reason())
                                    .orElse(null),
                            rules.author(command.author())),
                    null,
                    Map.of());
        });
    }

    private static boolean isDecided(@Nullable Proceedings proceedings) {
        return proceedings == Proceedings.CONVICTED || proceedings == Proceedings.ACQUITTED;
    }

    private static String over(Notice notice) {
        if (notice.withdrawnOn() != null) {
            return "This notice is withdrawn.";
        }
        return notice.paid() != null ? "This notice is paid." : "This notice led to proceedings.";
    }

    /** What can be decided of a notice that there is, on a day not before it and not in the future. */
    private static Decision with(AbsenceRules rules, UUID id, LocalDate on, Deciding deciding) {
        Optional<Notice> notice = rules.state().notices().penalty(id);
        if (notice.isEmpty()) {
            return Decision.refuse(NoticeProblems.unknown());
        }
        if (on.isAfter(London.dateOf(rules.clock().instant()))) {
            return Decision.refuse(Problem.invalid(List.of(new Fault("/on", "This lies in the future."))));
        }
        LocalDate first = Optional.ofNullable(notice.get().receivedOn())
                .orElse(notice.get().issuedOn());
        if (on.isBefore(first)) {
            return Decision.refuse(Problem.invalid(
                    List.of(new Fault("/on", "This lies before the day of the notice, " + first + "."))));
        }
        return deciding.decide(notice.get());
    }

    private static Decision conflict(String detail) {
        return Decision.refuse(Problem.conflict(detail));
    }

    private interface Deciding {
        Decision decide(Notice notice);
    }
}
