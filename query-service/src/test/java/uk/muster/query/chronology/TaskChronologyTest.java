package uk.muster.query.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.muster.http.convention.Times;
import uk.muster.http.identity.Role;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.event.FollowUpEvent.Delivery;
import uk.muster.kernel.event.FollowUpEvent.Ending;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Modality;
import uk.muster.query.TestService;
import uk.muster.query.testing.TestFollowUp;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

/** What fell due over two days of an absence, in the pupil's chronology, all of it recorded before it was due. */
class TaskChronologyTest {

    private static final Urn URN = new Urn(130003);
    private static final String CHRONOLOGY = "/api/v1/schools/130003/pupils/p1/chronology";
    private static final String REGISTER = URN + "/2026-09-07/AM/4-A";
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 9, 8);
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;

    private static Instant raised = Instant.MIN;
    private static String visitTask = "";
    private static String visitMade = "";

    @BeforeAll
    static void record() {
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        LEDGER.take(REGISTER, "p1", "N");
        TestFollowUp p1 = LEDGER.followUp(URN, "p1");
        UUID opened = p1.open(REGISTER);
        UUID told = p1.notify(opened, Recipient.SOCIAL_WORKER, REGISTER, "worker@example.org");
        UUID visit = p1.due("d2-visit", TaskKind.VISIT, TUESDAY, 2, at("08T14:15"), "home_visit");
        UUID escalate = p1.due(
                "d1-agencies",
                TaskKind.ESCALATE,
                Modality.MUST_CONSIDER,
                MONDAY,
                1,
                at("07T14:15"),
                "social_care",
                "police");
        UUID optional =
                p1.due("d1-visit", TaskKind.VISIT, Modality.MAY, MONDAY, 1, at("07T14:20"), "welfare_visit", "own_way");
        UUID reason = p1.due("reason-deadline", TaskKind.DECIDE, MONDAY, 5, at("14T23:00"));
        UUID review = p1.due("review-it", TaskKind.REVIEW, MONDAY, 1, at("07T14:30"));
        p1.due("la-sickness", TaskKind.RETURN, MONDAY, 15, at("07T14:40"));
        raised = LEDGER.now();
        p1.settle(told, Delivery.SENT, at("07T09:00"));
        visitTask = id(visit);
        UUID made = p1.visit(at("08T13:20"), VisitOutcome.NO_ANSWER);
        visitMade = id(made);
        p1.done(visit, made);
        p1.decideTask(escalate, TaskDecision.DECLINED);
        p1.decideTask(optional, TaskDecision.DONE);
        p1.cancel(reason, Lapse.EXPLAINED);
        p1.cancel(review, Lapse.LEFT);
        p1.notify(opened, Recipient.YOUTH_OFFENDING, REGISTER, null);
        p1.settle(p1.notify(opened, Recipient.SOCIAL_WORKER, REGISTER, "a"), Delivery.FAILED, at("07T09:00"));
        p1.settle(p1.notify(opened, Recipient.SOCIAL_WORKER, REGISTER, "b"), Delivery.UNCERTAIN, at("07T09:00"));
        p1.notify(opened, Recipient.SOCIAL_WORKER, REGISTER, "c");
        p1.end(opened, Ending.EXPLAINED);
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-09-" + dayAndTime + ":00Z");
    }

    private static String id(UUID entry) {
        return new AbsenceEntryId(TestLedger.numberOf(URN, "p1"), entry).toString();
    }

    private static JsonNode items(Role role, String query) {
        return SERVICE.get(role, CHRONOLOGY + query).json().get("items");
    }

    private static List<String> all(JsonNode items, String field) {
        return items.valueStream().map(item -> item.at(field).asString("")).toList();
    }

    private static JsonNode task(Role role, String step, String query) {
        return items(role, "?kinds=TASK" + query)
                .valueStream()
                .filter(item -> item.at("/data/step").stringValue().equals(step))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTaskHasItsPlaceWhereItWasRaisedAndALineOfPlainWords() {
        assertThat(all(items(Role.HEAD, "?kinds=TASK"), "/summary"))
                .containsExactly(
                        "Home visit due by 15:15 (d2-visit, school day 2): done",
                        "Return of sickness to the local authority due by 15:40 (la-sickness, 15 school days): overdue",
                        "Review due by 15:30 (review-it, school day 1): cancelled, the pupil left the school",
                        "Reason for the absence due by 2026-09-15 00:00 (reason-deadline, school day 5): cancelled,"
                                + " the absence was explained",
                        "Welfare visit, own way possible until 15:20 (d1-visit, school day 1): done",
                        "Referral to social care, call to the police to be considered by 15:15 (d1-agencies, school day 1):"
                                + " declined");
        JsonNode visit = task(Role.HEAD, "d2-visit", "");
        assertThat(visit.get("at").stringValue()).isEqualTo("2026-09-08T08:30:00.000000Z");
        assertThat(visit.get("id").stringValue()).isEqualTo(visitTask);
        assertThat(visit.get("by").isNull()).isTrue();
    }

    @Test
    void aTaskBearsWhatBecameOfIt() {
        JsonNode visit = task(Role.ATTENDANCE_OFFICER, "d2-visit", "").get("data");
        assertThat(visit.propertyNames())
                .containsExactly(
                        "taskId",
                        "step",
                        "kind",
                        "schoolDay",
                        "date",
                        "modality",
                        "actions",
                        "raisedAt",
                        "dueAt",
                        "overdue",
                        "status",
                        "decidedBy",
                        "decidedAt",
                        "doneBy");
        assertThat(visit.get("taskId").stringValue()).isEqualTo(visitTask);
        assertThat(visit.get("doneBy").stringValue()).isEqualTo(visitMade);
        assertThat(visit.at("/decidedBy/name").stringValue()).isEqualTo("S. Lind");
        assertThat(visit.get("decidedAt").stringValue()).isGreaterThan(Times.print(raised));
        JsonNode optional = task(Role.ATTENDANCE_OFFICER, "d1-visit", "").get("data");
        assertThat(optional.get("status").stringValue()).isEqualTo("DONE");
        assertThat(optional.get("reason").stringValue()).isEqualTo("Reason of a decision");
        JsonNode cancelled =
                task(Role.ATTENDANCE_OFFICER, "reason-deadline", "").get("data");
        assertThat(cancelled.get("cancelledBecause").stringValue()).isEqualTo("EXPLAINED");
        assertThat(cancelled.has("decidedBy")).isFalse();
    }

    @Test
    void whyAConcernWasPassedOnOrNotIsNotForTheOfficer() {
        JsonNode forTheOfficer =
                task(Role.ATTENDANCE_OFFICER, "d1-agencies", "").get("data");
        assertThat(forTheOfficer.get("status").stringValue()).isEqualTo("DECLINED");
        assertThat(forTheOfficer.has("decidedBy")).isTrue();
        assertThat(forTheOfficer.has("reason")).isFalse();
        for (Role role : List.of(Role.SAFEGUARDING_LEAD, Role.HEAD)) {
            assertThat(task(role, "d1-agencies", "").at("/data/reason").stringValue())
                    .isEqualTo("Reason of a decision");
        }
    }

    @Test
    void asOfAnEarlierInstantATaskIsAsItWasThen() {
        String asOf = "&asOf=" + Times.print(raised);
        JsonNode items = items(Role.HEAD, "?kinds=TASK" + asOf);
        assertThat(all(items, "/data/status")).hasSize(6).containsOnly("OPEN");
        JsonNode visit = task(Role.HEAD, "d2-visit", asOf).get("data");
        assertThat(visit.has("decidedBy")).isFalse();
        assertThat(visit.get("overdue").booleanValue()).isFalse();
        assertThat(all(items(Role.HEAD, "?kinds=NOTIFICATION" + asOf), "/data/delivery"))
                .containsExactly("PENDING");
    }

    @Test
    void aMessageSaysWhereItStandsAndNotWhoseAddressItHas() {
        JsonNode items = items(Role.HEAD, "?kinds=NOTIFICATION");
        assertThat(all(items, "/summary"))
                .containsExactly(
                        "Social worker to be told of the absence of 2026-09-07 AM: not sent yet",
                        "Social worker to be told of the absence of 2026-09-07 AM: perhaps sent",
                        "Social worker to be told of the absence of 2026-09-07 AM: failed",
                        "Youth offending team to be told of the absence of 2026-09-07 AM: no address, a person must tell them",
                        "Social worker to be told of the absence of 2026-09-07 AM: sent");
        assertThat(all(items, "/data/delivery"))
                .containsExactly("PENDING", "UNCERTAIN", "FAILED", "NO_ADDRESS", "SENT");
        assertThat(items.at("/4/data").toString())
                .isEqualTo("{\"to\":\"SOCIAL_WORKER\",\"session\":{\"date\":\"2026-09-07\",\"session\":\"AM\"},"
                        + "\"delivery\":\"SENT\",\"deliveredAt\":\"2026-09-07T09:00:00.000000Z\"}");
        assertThat(items.get(0).get("at")).isEqualTo(items.get(0).get("recordedAt"));
        assertThat(items.toString()).doesNotContain("worker@example.org");
    }

    @Test
    void aCaseItselfIsNoItem() {
        assertThat(all(items(Role.HEAD, ""), "/kind"))
                .containsOnly("ENROLMENT", "MARK", "TASK", "HOME_VISIT", "NOTIFICATION");
    }
}
