package uk.muster.query.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Modality;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.query.TestService;
import uk.muster.query.TestService.Answer;
import uk.muster.query.testing.TestFollowUp;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

/** A Monday and a Tuesday of two absent pupils, by when the last of it is due at 15:15 on Tuesday. */
class TaskListsTest {

    private static final Urn URN = new Urn(170101);
    private static final String PATH = "/api/v1/schools/170101/tasks";
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 9, 8);
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;
    private static final String USUAL_CLOCK = "2026-10-23T16:00:00Z";

    private static String visitOfTuesday = "";

    @BeforeAll
    static void record() {
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        LEDGER.admit(URN, "p2", "Birch", "4-A", LocalDate.of(2026, 9, 1));
        TestFollowUp p1 = LEDGER.followUp(URN, "p1");
        TestFollowUp p2 = LEDGER.followUp(URN, "p2");
        UUID visit = p1.due("d2-visit", TaskKind.VISIT, TUESDAY, 2, at("08T14:15"), "home_visit");
        visitOfTuesday = new AbsenceEntryId(TestLedger.numberOf(URN, "p1"), visit).toString();
        UUID call = p1.due("d1-call", TaskKind.CONTACT, MONDAY, 1, at("07T09:30"), "phone_call", "text");
        p1.done(call, p1.attempt(at("07T09:10"), Channel.PHONE, Outcome.NO_ANSWER, null));
        UUID consider =
                p1.due("d1-visit-v", TaskKind.VISIT, Modality.MUST_CONSIDER, MONDAY, 1, at("07T14:15"), "home_visit");
        p1.decideTask(consider, TaskDecision.DECLINED);
        UUID escalate = p2.due("d1-dsl", TaskKind.ESCALATE, MONDAY, 1, at("07T14:15"), "share_with_dsl");
        p2.decideTask(escalate, TaskDecision.DONE);
        UUID social = p2.due("d1-social", TaskKind.ESCALATE, MONDAY, 1, at("07T14:16"), "social_care");
        p2.done(social, p2.escalate(at("07T14:00"), Destination.SOCIAL_CARE));
        p2.cancel(p2.due("d2-visit", TaskKind.VISIT, TUESDAY, 2, at("08T14:15"), "home_visit"), Lapse.RETURNED);
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-09-" + dayAndTime + ":00Z");
    }

    @BeforeEach
    void beforeTheLastIsDue() {
        SERVICE.clock("2026-09-08T14:15:00Z");
    }

    @AfterAll
    static void setTheClockAsItWas() {
        SERVICE.clock(USUAL_CLOCK);
    }

    private static JsonNode items(Role role, String query) {
        return SERVICE.get(role, PATH + query).json().get("items");
    }

    private static List<String> steps(JsonNode items) {
        return items.valueStream()
                .map(item -> item.get("pupilId").stringValue() + " "
                        + item.get("step").stringValue())
                .toList();
    }

    private static JsonNode only(Role role, String query) {
        JsonNode items = items(role, query);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    @Test
    void tasksOfEveryStatusComeInOrderOfWhenTheyAreDue() {
        JsonNode items = items(Role.ATTENDANCE_OFFICER, "");
        assertThat(steps(items)).hasSize(6).startsWith("p1 d1-call").element(3).isEqualTo("p2 d1-social");
        assertThat(steps(items).subList(1, 3)).containsExactlyInAnyOrder("p1 d1-visit-v", "p2 d1-dsl");
        assertThat(steps(items).subList(4, 6)).containsExactlyInAnyOrder("p1 d2-visit", "p2 d2-visit");
        List<String> keys = items.valueStream()
                .map(item ->
                        item.get("dueAt").stringValue() + item.get("taskId").stringValue())
                .toList();
        assertThat(keys).isSorted();
    }

    @Test
    void anOpenTaskSaysWhatIsToBeDoneByWhen() {
        assertThat(only(Role.ATTENDANCE_OFFICER, "?status=OPEN").toString())
                .isEqualTo("{\"taskId\":\"" + visitOfTuesday
                        + "\",\"pupilId\":\"p1\",\"kind\":\"VISIT\",\"step\":\"d2-visit\","
                        + "\"date\":\"2026-09-08\",\"schoolDay\":2,\"actions\":[\"home_visit\"],"
                        + "\"raisedAt\":\"2026-09-08T08:30:00.000000Z\",\"dueAt\":\"2026-09-08T14:15:00.000000Z\","
                        + "\"overdue\":false,\"modality\":\"MUST\",\"status\":\"OPEN\"}");
    }

    @Test
    void onlyAnOpenTaskIsOverdueAndOnlyAfterItsTime() {
        SERVICE.clock("2026-09-08T14:15:00.000001Z");
        for (JsonNode item : items(Role.HEAD, "")) {
            assertThat(item.get("overdue").booleanValue())
                    .isEqualTo(item.get("taskId").stringValue().equals(visitOfTuesday));
        }
    }

    @Test
    void aTaskDoneByAnEntryNamesTheEntrysAuthor() {
        JsonNode call = only(Role.ATTENDANCE_OFFICER, "?status=DONE&kind=CONTACT");
        assertThat(call.at("/decidedBy/name").stringValue()).isEqualTo("S. Lind");
        assertThat(call.has("reason")).isFalse();
        assertThat(only(Role.HEAD, "?status=DONE&dueBefore=2026-09-07T14:17:00Z&kind=CONTACT"))
                .isEqualTo(call);
    }

    @Test
    void aDecisionHasItsAuthorAndItsReason() {
        JsonNode declined = only(Role.ATTENDANCE_OFFICER, "?status=DECLINED");
        assertThat(declined.get("step").stringValue()).isEqualTo("d1-visit-v");
        assertThat(declined.get("modality").stringValue()).isEqualTo("MUST_CONSIDER");
        assertThat(declined.at("/decidedBy/position").stringValue()).isEqualTo("Attendance officer");
        assertThat(declined.get("reason").stringValue()).isEqualTo("Reason of a decision");
    }

    @Test
    void aTaskThatLostItsBasisStaysAndSaysWhy() {
        JsonNode cancelled = only(Role.HEAD, "?status=CANCELLED");
        assertThat(cancelled.get("cancelledBecause").stringValue()).isEqualTo("RETURNED");
        assertThat(cancelled.has("decidedBy")).isFalse();
    }

    @Test
    void whyAConcernWasPassedOnIsNotForTheOfficer() {
        String query = "?kind=ESCALATE&dueBefore=2026-09-07T14:16:00Z";
        assertThat(only(Role.ATTENDANCE_OFFICER, query).has("reason")).isFalse();
        for (Role role : List.of(Role.SAFEGUARDING_LEAD, Role.HEAD)) {
            assertThat(only(role, query).get("reason").stringValue()).isEqualTo("Reason of a decision");
        }
    }

    @Test
    void dueBeforeLeavesThatInstantOut() {
        assertThat(items(Role.HEAD, "?dueBefore=2026-09-08T15:15:00%2B01:00")).hasSize(4);
        assertThat(items(Role.HEAD, "?dueBefore=2026-09-08T14:15:00.000001Z")).hasSize(6);
        assertThat(items(Role.HEAD, "?dueBefore=2026-09-07T09:30:00Z")).isEmpty();
    }

    @Test
    void pagesWithoutLossOrRepetition() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = SERVICE.get(Role.HEAD, PATH + "?limit=1" + cursor).json();
            assertThat(page.get("items")).hasSize(1);
            ids.add(page.at("/items/0/taskId").stringValue());
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").stringValue();
        } while (!cursor.isEmpty());
        assertThat(ids)
                .isEqualTo(items(Role.HEAD, "")
                        .valueStream()
                        .map(item -> item.get("taskId").stringValue())
                        .toList());
    }

    @Test
    void openTasksAreThoseOfAllThatAreOpenInTheSameOrderAndPages() {
        Urn urn = new Urn(170108);
        String path = "/api/v1/schools/170108/tasks";
        LEDGER.openSchool(urn, TestProfile.JSON);
        for (int pupil = 1; pupil <= 12; pupil++) {
            LEDGER.admit(urn, "p" + pupil, "Ash", "4-A", LocalDate.of(2026, 9, 1));
            TestFollowUp of = LEDGER.followUp(urn, "p" + pupil);
            TaskKind kind = pupil % 2 == 0 ? TaskKind.VISIT : TaskKind.CONTACT;
            UUID task = of.due("d1", kind, MONDAY, 1, at("07T1" + pupil % 3 + ":30"), "home_visit");
            if (pupil % 4 == 0) {
                of.decideTask(task, TaskDecision.DONE);
            }
        }
        List<JsonNode> open = allOf(path + "?limit=1000").stream()
                .filter(task -> task.get("status").stringValue().equals("OPEN"))
                .toList();
        assertThat(open).hasSize(9);
        assertThat(allOf(path + "?status=OPEN&limit=2")).isEqualTo(open);
        assertThat(allOf(path + "?status=OPEN&kind=VISIT&dueBefore=2026-09-07T12:00:00Z&limit=1"))
                .isEqualTo(open.stream()
                        .filter(task -> task.get("kind").stringValue().equals("VISIT")
                                && Instant.parse(task.get("dueAt").stringValue())
                                        .isBefore(Instant.parse("2026-09-07T12:00:00Z")))
                        .toList())
                .isNotEmpty();
    }

    private static List<JsonNode> allOf(String query) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = SERVICE.get(Role.HEAD, query + cursor).json();
            page.get("items").forEach(all::add);
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").stringValue();
        } while (!cursor.isEmpty());
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "?status=open, 422, status",
        "?status=OPEN&kind=TALK, 422, kind",
        "?dueBefore=tomorrow, 400, dueBefore",
        "?limit=0, 422, limit",
        "?limit=1001, 422, limit",
        "?limit=few, 400, limit",
        "?cursor=abc, 400, cursor"
    })
    void aWrongParameterIsRefusedByName(String query, int status, String parameter) {
        Answer answer = SERVICE.get(Role.HEAD, PATH + query);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().get("detail").stringValue()).contains(parameter);
    }

    @Test
    void twoWrongParametersAreBothNamed() {
        assertThat(SERVICE.get(Role.HEAD, PATH + "?status=NEW&kind=TALK")
                        .json()
                        .get("detail")
                        .stringValue())
                .isEqualTo("status must be one of OPEN, DONE, DECLINED, CANCELLED."
                        + " kind must be one of CONTACT, VISIT, ASSESS, NOTIFY, ESCALATE, RETURN, DECIDE, REVIEW.");
    }

    @Test
    void anotherSchoolsTasksAreNotShown() {
        Urn other = new Urn(170102);
        LEDGER.openSchool(other, TestProfile.JSON);
        LEDGER.admit(other, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        LEDGER.followUp(other, "p1").due("d1-call", TaskKind.CONTACT, MONDAY, 1, at("07T09:30"), "phone_call");
        assertThat(items(Role.HEAD, "")).hasSize(6);
        assertThat(SERVICE.getFor(Role.HEAD, "170102", PATH).status()).isEqualTo(404);
        assertThat(SERVICE.get(Role.HEAD, "/api/v1/schools/170109/tasks").status())
                .isEqualTo(404);
    }

    @Test
    void whatWasErasedKeepsItsPlace() {
        Urn urn = new Urn(170103);
        AcademicYear lastYear = new AcademicYear(2025);
        LEDGER.openSchool(urn, TestProfile.JSON);
        LEDGER.admit(urn, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        TestFollowUp p1 = LEDGER.followUp(urn, "p1", lastYear);
        p1.decideTask(p1.due("d1-call", TaskKind.CONTACT, MONDAY, 1, at("07T09:30"), "phone_call"), TaskDecision.DONE);
        LEDGER.keys.destroy(KeySubject.ofPupil(TestLedger.numberOf(urn, "p1")));
        JsonNode item =
                SERVICE.get(Role.HEAD, "/api/v1/schools/170103/tasks").json().at("/items/0");
        assertThat(item.get("pupilId").stringValue()).isEqualTo("erased");
        assertThat(item.get("decidedBy").stringValue()).isEqualTo("erased");
        assertThat(item.get("reason").stringValue()).isEqualTo("erased");
    }
}
