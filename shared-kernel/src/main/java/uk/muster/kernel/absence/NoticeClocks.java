package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveConcluded;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveGiven;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticePaid;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeProsecuted;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeReceived;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeWithdrawn;
import uk.muster.kernel.penalty.Notice;
import uk.muster.kernel.penalty.NoticeToImprove;
import uk.muster.kernel.policy.Modality;

/**
 * What falls due about the notices for a pupil: the day received is wanted, the local authority wants a copy (KTS-62), an unpaid notice is referred
 * for prosecution or withdrawn (KTS-65, HCAT-86), and an improvement period is over (KTS-72). None of it rests on the pupil being absent or on roll.
 *
 * @param coming instants at which this will be looked at again
 */
record NoticeClocks(List<Due> due, List<Instant> coming) {

    static final String RECEIPT = "penalty-receipt";
    static final String COPY = "penalty-copy-to-la";
    static final String UNPAID = "penalty-unpaid";
    static final String IMPROVEMENT = "notice-to-improve-due";

    /** School days in which it should be known that a notice arrived. */
    private static final int DAYS_OF_POST = 5;

    static NoticeClocks of(FollowUpFacts facts) {
        List<Due> due = new ArrayList<>();
        List<Instant> coming = new ArrayList<>();
        for (Notice notice : facts.state().notices().penalties()) {
            if (notice.wantsReceipt()) {
                due.add(receipt(facts, notice));
            }
            if (notice.copyToLa() && notice.withdrawnOn() == null) {
                due.add(copy(facts, notice));
            }
            notice.unpaidAfter().ifPresent(last -> {
                due.add(unpaid(facts, notice, last));
                coming.add(London.endOf(last));
            });
        }
        for (NoticeToImprove notice : facts.state().notices().improvements()) {
            if (!notice.concluded()) {
                due.add(improvement(facts, notice));
                coming.add(London.endOf(notice.until()));
            }
        }
        coming.removeIf(at -> !at.isAfter(facts.now()));
        return new NoticeClocks(List.copyOf(due), List.copyOf(coming));
    }

    /** Whether an entry being recorded does what a task asks for about its notice. */
    static boolean isDoneBy(PenaltyEvent entry, FollowUpTask task) {
        List<String> does = switch (entry) {
            case PenaltyNoticeReceived _ -> List.of(RECEIPT);
            case PenaltyNoticePaid _ -> List.of(RECEIPT, UNPAID);
            case PenaltyNoticeWithdrawn _ -> List.of(RECEIPT, UNPAID);
            case PenaltyNoticeProsecuted _ -> List.of(UNPAID);
            case NoticeToImproveConcluded _ -> List.of(IMPROVEMENT);
            case PenaltyNoticeIssued _, NoticeToImproveGiven _ -> List.of();
        };
        return entry.noticeId().equals(task.about()) && does.contains(task.step());
    }

    private static Due receipt(FollowUpFacts facts, Notice notice) {
        LocalDate by = schoolDayAfter(facts, notice.issuedOn(), DAYS_OF_POST);
        return task(
                notice.id(),
                RECEIPT,
                TaskKind.DECIDE,
                notice.issuedOn(),
                "record_receipt",
                London.startOf(notice.issuedOn()),
                facts.times().ends(by));
    }

    private static Due copy(FollowUpFacts facts, Notice notice) {
        LocalDate by = schoolDayAfter(facts, notice.issuedOn(), 1);
        return task(
                notice.id(),
                COPY,
                TaskKind.NOTIFY,
                notice.issuedOn(),
                "copy_of_notice",
                London.startOf(notice.issuedOn()),
                facts.times().ends(by));
    }

    /** Once the last day to pay is over: the local authority prosecutes, or the notice is withdrawn. */
    private static Due unpaid(FollowUpFacts facts, Notice notice, LocalDate last) {
        LocalDate by = schoolDayAfter(facts, last, 1);
        return task(
                notice.id(),
                UNPAID,
                TaskKind.DECIDE,
                last.plusDays(1),
                "refer_or_withdraw",
                London.endOf(last),
                facts.times().ends(by));
    }

    private static Due improvement(FollowUpFacts facts, NoticeToImprove notice) {
        return task(
                notice.id(),
                IMPROVEMENT,
                TaskKind.REVIEW,
                notice.until().plusDays(1),
                "conclude_notice",
                London.endOf(notice.until()),
                facts.times().ends(schoolDayAfter(facts, notice.until(), 1)));
    }

    private static Due task(
            UUID notice, String step, TaskKind kind, LocalDate date, String action, Instant firesAt, Instant dueAt) {
        return new Due(
                step, kind, Modality.MUST, date, 1, List.of(action), firesAt, dueAt, date, date, Instant.MAX, notice);
    }

    /** Where no calendar is published that far, every day counts. */
    private static LocalDate schoolDayAfter(FollowUpFacts facts, LocalDate date, int n) {
        return facts.calendars().nextSchoolDay(date, n).orElseGet(() -> date.plusDays(n));
    }
}
