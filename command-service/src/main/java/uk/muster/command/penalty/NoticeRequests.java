package uk.muster.command.penalty;

import java.util.UUID;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.AbsenceRequests;
import uk.muster.command.penalty.NoticeCommand.ConcludeNoticeToImprove;
import uk.muster.command.penalty.NoticeCommand.GiveNoticeToImprove;
import uk.muster.command.penalty.NoticeCommand.IssueNotice;
import uk.muster.command.penalty.NoticeCommand.RecordPayment;
import uk.muster.command.penalty.NoticeCommand.RecordProceedings;
import uk.muster.command.penalty.NoticeCommand.RecordReceipt;
import uk.muster.command.penalty.NoticeCommand.WithdrawNotice;
import uk.muster.http.body.Fields;
import uk.muster.kernel.event.PenaltyEvent.ImprovementOutcome;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.policy.NoticePolicy.Issuer;

/** Bodies of requests about notices, read into commands. */
public final class NoticeRequests {

    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_BLOCK = 50;
    private static final int MOST_CONSIDERATIONS = 50;
    private static final int MOST_BLOCKS = 50;
    private static final int MOST_WEEKS = 52;

    private NoticeRequests() {}

    /**
     * {@code parentId}, {@code kind}, {@code issuedOn}, {@code issuer}, {@code offenceOn?}, {@code receivedOn?}, {@code laCheckRef?},
     * {@code supportRecorded?}, {@code considerations}, {@code author}.
     */
    public static NoticeCommand penalty(AbsenceStream absences, Fields body) {
        return new IssueNotice(
                absences,
                body.contactId("parentId"),
                body.enumOf("kind", NoticeKind.class),
                body.date("issuedOn"),
                body.value("issuer", "one of head, la, police", Issuer::ofWord),
                body.optionalDate("offenceOn"),
                body.optionalDate("receivedOn"),
                body.optionalLine("laCheckRef", 1, LONGEST_REFERENCE),
                body.optionalAnswer("supportRecorded", LONGEST_TEXT),
                body.list("considerations", 0, MOST_CONSIDERATIONS, AbsenceRequests::factor),
                body.person("author"));
    }

    /** {@code on}, {@code author}. */
    public static NoticeCommand receipt(AbsenceStream absences, UUID notice, Fields body) {
        return new RecordReceipt(absences, notice, body.date("on"), body.person("author"));
    }

    /** {@code on}, {@code amount?}, {@code reason?}, {@code author}. */
    public static NoticeCommand payment(AbsenceStream absences, UUID notice, Fields body) {
        return new RecordPayment(
                absences,
                notice,
                body.date("on"),
                body.optionalPounds("amount"),
                body.optionalText("reason", 1, LONGEST_TEXT),
                body.person("author"));
    }

    /** {@code on}, {@code reason?}, {@code author}. */
    public static NoticeCommand withdrawal(AbsenceStream absences, UUID notice, Fields body) {
        return new WithdrawNotice(
                absences, notice, body.date("on"), body.optionalText("reason", 1, LONGEST_TEXT), body.person("author"));
    }

    /** {@code on}, {@code outcome}, {@code reason?}, {@code author}. */
    public static NoticeCommand proceedings(AbsenceStream absences, UUID notice, Fields body) {
        return new RecordProceedings(
                absences,
                notice,
                body.date("on"),
                body.enumOf("outcome", Proceedings.class),
                body.optionalText("reason", 1, LONGEST_TEXT),
                body.person("author"));
    }

    /** {@code parentId}, {@code from}, {@code weeks}, {@code blocks}, {@code author}. */
    public static NoticeCommand improvement(AbsenceStream absences, Fields body) {
        return new GiveNoticeToImprove(
                absences,
                body.contactId("parentId"),
                body.date("from"),
                body.integer("weeks", 1, MOST_WEEKS),
                body.lines("blocks", 0, MOST_BLOCKS, LONGEST_BLOCK),
                body.person("author"));
    }

    /** {@code outcome}, {@code reason}, {@code author}. */
    public static NoticeCommand conclusion(AbsenceStream absences, UUID notice, Fields body) {
        return new ConcludeNoticeToImprove(
                absences,
                notice,
                body.enumOf("outcome", ImprovementOutcome.class),
                body.text("reason", 1, LONGEST_TEXT),
                body.person("author"));
    }
}
