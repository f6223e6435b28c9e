package uk.muster.query.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.PenaltyEvent.ImprovementOutcome;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.TestFollowUp;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestNotices;
import uk.muster.query.testing.TestProfile;

/** Notices to a pupil's parents, and what fell due about them, in the pupil's chronology and among the school's tasks. */
class PenaltyChronologyTest {

    private static final Urn URN = new Urn(130009);
    private static final String SCHOOL = "/api/v1/schools/130009";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;

    private static String notice = "";

    @BeforeAll
    static void record() {
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "p1", "Ash", "4-A", day("2026-09-01"));
        TestNotices p1 = LEDGER.notices(URN, "p1");
        TestFollowUp tasks = LEDGER.followUp(URN, "p1");
        UUID first = p1.issue(NoticeKind.NATIONAL, day("2026-09-03"), null);
        notice = new AbsenceEntryId(TestLedger.numberOf(URN, "p1"), first).toString();
        Instant due = Instant.parse("2026-09-10T14:15:00Z");
        UUID asked = tasks.dueAbout(first, "penalty-receipt", TaskKind.DECIDE, day("2026-09-03"), due);
        UUID copy = tasks.dueAbout(first, "penalty-copy-to-la", TaskKind.NOTIFY, day("2026-09-03"), due);
        tasks.done(asked, p1.receive(first, day("2026-09-04")));
        p1.pay(first, day("2026-09-05"));
        p1.withdraw(first, day("2026-09-06"));
        tasks.cancel(copy, Lapse.WITHDRAWN);
        UUID second = p1.issue(NoticeKind.PUBLIC_PLACE, day("2026-09-07"), day("2026-09-07"));
        tasks.dueAbout(second, "penalty-unpaid", TaskKind.DECIDE, day("2026-09-08"), due);
        p1.prosecute(second, day("2026-09-08"), Proceedings.CONVICTED);
        UUID improvement = p1.improve(day("2026-09-07"), 3);
        tasks.dueAbout(improvement, "notice-to-improve-due", TaskKind.REVIEW, day("2026-09-08"), due);
        p1.conclude(improvement, ImprovementOutcome.NOT_IMPROVED);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static JsonNode items(Role role, String kind) {
        return SERVICE.get(role, SCHOOL + "/pupils/p1/chronology?kinds=" + kind)
                .json()
                .get("items");
    }

    private static JsonNode item(Role role, String event) {
        return items(role, "PENALTY")
                .valueStream()
                .filter(item -> item.at("/data/event").stringValue().equals(event))
                .reduce((newer, older) -> older)
                .orElseThrow();
    }

    private static List<String> summaries(JsonNode items) {
        return items.valueStream()
                .map(item -> item.get("summary").stringValue())
                .toList();
    }

    @Test
    void everyLegalStepIsALineInItsPlace() {
        assertThat(summaries(items(Role.HEAD, "PENALTY")))
                .containsExactlyInAnyOrder(
                        "Notice to improve concluded: not improved",
                        "Notice to improve given, from 2026-09-07 to 2026-09-27",
                        "Penalty notice unpaid, parent convicted on 2026-09-08",
                        "Penalty notice for a public place issued on 2026-09-07 by the headteacher:"
                                + " £80 within 21 days, £160 within 28 days",
                        "Penalty notice withdrawn on 2026-09-06",
                        "Penalty notice paid on 2026-09-05: £80",
                        "Penalty notice received on 2026-09-04",
                        "Penalty notice 1 issued on 2026-09-03 by the headteacher:"
                                + " £80 within 21 days, £160 within 28 days");
        assertThat(item(Role.HEAD, "PAID").get("at").stringValue()).isEqualTo("2026-09-04T23:00:00.000000Z");
        assertThat(item(Role.HEAD, "PAID").at("/by/name").stringValue()).isEqualTo("S. Lind");
    }

    @Test
    void aNoticeSaysToWhomItWentAndWhatItCosts() {
        JsonNode data = item(Role.HEAD, "ISSUED").get("data");
        assertThat(data.propertyNames())
                .containsExactly(
                        "event",
                        "noticeId",
                        "parentId",
                        "parent",
                        "kind",
                        "issuedOn",
                        "issuer",
                        "nth",
                        "earlyAmount",
                        "fullAmount",
                        "laCheckRef",
                        "supportRecorded",
                        "considerations");
        assertThat(data.get("noticeId").stringValue()).isEqualTo(notice);
        assertThat(data.get("parent").toString())
                .isEqualTo("{\"name\":\"Sam Canarybird\",\"relationship\":\"parent\"}");
        assertThat(data.get("issuer").stringValue()).isEqualTo("head");
        assertThat(data.get("considerations").toString()).contains("Note of a consideration");
        JsonNode withDays = items(Role.HEAD, "PENALTY")
                .valueStream()
                .filter(item -> item.at("/data/receivedOn").isString())
                .findFirst()
                .orElseThrow();
        assertThat(withDays.at("/data/earlyUntil").stringValue()).isEqualTo("2026-09-27");
        assertThat(withDays.at("/data/fullUntil").stringValue()).isEqualTo("2026-10-04");
    }

    @Test
    void theOfficerReadsAllButTheNotesOfWhatWasConsidered() {
        JsonNode data = item(Role.ATTENDANCE_OFFICER, "ISSUED").get("data");
        assertThat(data.get("considerations").toString())
                .isEqualTo(
                        "[{\"id\":\"best_tool\",\"answer\":\"yes\"},{\"id\":\"equality_act\",\"answer\":\"considered\"}]");
        assertThat(items(Role.ATTENDANCE_OFFICER, "PENALTY")).hasSize(8);
    }

    @Test
    void aTaskSaysWhichNoticeItIsAbout() {
        assertThat(summaries(items(Role.HEAD, "TASK")))
                .containsExactlyInAnyOrder(
                        "Day on which the penalty notice was received due by 2026-09-10 15:15 (penalty-receipt): done",
                        "Copy of the penalty notice to the local authority due by 2026-09-10 15:15 (penalty-copy-to-la):"
                                + " cancelled, the notice was withdrawn",
                        "Referral or withdrawal of the unpaid penalty notice due by 2026-09-10 15:15 (penalty-unpaid): overdue",
                        "Conclusion of the notice to improve due by 2026-09-10 15:15 (notice-to-improve-due): overdue");
        JsonNode receipt = SERVICE.get(Role.ATTENDANCE_OFFICER, SCHOOL + "/tasks")
                .json()
                .get("items")
                .valueStream()
                .filter(task -> task.get("step").stringValue().equals("penalty-receipt"))
                .findFirst()
                .orElseThrow();
        assertThat(receipt.get("about").stringValue()).isEqualTo(notice);
        assertThat(receipt.at("/decidedBy/name").stringValue()).isEqualTo("S. Lind");
    }
}
