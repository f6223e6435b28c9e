package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import uk.muster.command.api.RunningCommandService.Reply;
import uk.muster.command.clock.FallingDue;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;

/** Penalty notices and notices to improve in the running service, on Monday 8 September 2025 at ten: at a school of KTS and one of HCAT. */
class PenaltiesOverHttpTest {

    private static final String HEAD = "{\"id\":\"h-1\",\"name\":\"A. Invented\",\"position\":\"Headteacher\"}";
    private static final String KTS = "/schools/900004/pupils/";
    private static final String HCAT = "/schools/900005/pupils/";
    private static final String CONSIDERED = """
            [{"id":"threshold_met","answer":true},{"id":"best_tool","answer":"yes"},
             {"id":"alternative_support","answer":"yes"},{"id":"equality_act","answer":"considered","note":"No adjustment is wanted."}]""";

    @TempDir
    static Path folder;

    private static RunningCommandService service;
    private static String head;

    @BeforeAll
    static void start() {
        service = RunningCommandService.start(folder, Map.of("muster.clock.start", "2025-09-08T10:00:00+01:00"));
        head = service.token("head", "900004", "900005");
        PenaltySchools schools = new PenaltySchools(service);
        schools.school("900004", "kts");
        schools.school("900005", "hcat");
        for (int i = 1; i <= 8; i++) {
            schools.pupil("900004", "p" + i, i, "2014-11-05");
        }
        schools.pupil("900005", "p1", 1, "2014-11-05");
        schools.pupil("900005", "p2", 2, "2014-11-05");
        schools.pupil("900004", "infant", 99, "2021-11-05");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String notice(String parent, String issuedOn, String more) {
        return """
                {"parentId":"%s","kind":"NATIONAL","issuedOn":"%s","issuer":"head","laCheckRef":"LA-17","supportRecorded":true,
                 "considerations":%s,"author":%s%s}
                """.formatted(parent, issuedOn, CONSIDERED, HEAD, more);
    }

    private static JsonNode issue(String pupil, String parent, String issuedOn, String more) {
        Reply reply = service.post(head, KTS + pupil + "/penalty-notices", notice(parent, issuedOn, more));
        accepted(reply);
        return reply.json();
    }

    private static Reply about(JsonNode notice, String what, String fields) {
        return service.post(
                head,
                "/penalty-notices/" + notice.get("noticeId").asString() + "/" + what,
                "{%s,\"author\":%s}".formatted(fields, HEAD));
    }

    @Test
    void aFirstNoticeCostsEightyThenAHundredAndSixtyFromTheDayReceived() {
        JsonNode notice = issue("p1", "c1", "2025-09-01", "");
        assertThat(notice.get("nth").asInt()).isEqualTo(1);
        assertThat(notice.get("earlyAmount").asInt()).isEqualTo(80);
        assertThat(notice.get("fullAmount").asInt()).isEqualTo(160);
        assertThat(notice.get("earlyUntil").isNull()).isTrue();
        assertThat(notice.get("fullUntil").isNull()).isTrue();
        Reply received = about(notice, "receipt", "\"on\":\"2025-09-03\"");
        accepted(received);
        assertThat(received.json().get("earlyUntil").asString()).isEqualTo("2025-09-23");
        assertThat(received.json().get("fullUntil").asString()).isEqualTo("2025-09-30");
        assertThat(about(notice, "receipt", "\"on\":\"2025-09-03\"").status()).isEqualTo(409);
        assertThat(about(notice, "payments", "\"on\":\"2025-09-08\",\"amount\":40")
                        .pointers())
                .containsExactly("/amount");
        Reply paid = about(notice, "payments", "\"on\":\"2025-09-08\",\"amount\":80");
        accepted(paid);
        assertThat(paid.json().get("amount").asInt()).isEqualTo(80);
        assertThat(about(notice, "payments", "\"on\":\"2025-09-08\"").status()).isEqualTo(409);
        Reply withdrawn = about(notice, "withdrawal", "\"on\":\"2025-09-08\",\"reason\":\"The wrong parent.\"");
        accepted(withdrawn);
        assertThat(withdrawn.json().get("repay").asInt()).isEqualTo(80);
        assertThat(about(notice, "withdrawal", "\"on\":\"2025-09-08\",\"reason\":\"Again.\"")
                        .status())
                .isEqualTo(409);
        assertThat(about(notice, "payments", "\"on\":\"2025-09-08\"").status()).isEqualTo(409);
    }

    @Test
    void aSecondIsDearerAThirdIsRefusedAndTheOtherParentHasTheirOwn() {
        issue("p2", "c1", "2024-11-01", "");
        JsonNode second = issue("p2", "c1", "2025-09-02", ",\"receivedOn\":\"2025-09-04\"");
        assertThat(second.get("nth").asInt()).isEqualTo(2);
        assertThat(second.get("earlyAmount").isNull()).isTrue();
        assertThat(second.get("earlyUntil").isNull()).isTrue();
        assertThat(second.get("fullAmount").asInt()).isEqualTo(160);
        assertThat(second.get("fullUntil").asString()).isEqualTo("2025-10-01");
        Reply third = service.post(head, KTS + "p2/penalty-notices", notice("c1", "2025-09-05", ""));
        assertThat(third.status()).isEqualTo(422);
        assertThat(third.json().at("/type").asString()).isEqualTo("/problems/notice-not-allowed");
        assertThat(third.pointers()).containsExactly("/parentId");
        assertThat(third.json().at("/errors/0/message").asString()).contains("2027-11-01");
        assertThat(issue("p2", "c2", "2025-09-05", "").get("nth").asInt()).isEqualTo(1);
    }

    @Test
    void aMoveOfSchoolDoesNotResetTheLimit() {
        // At the school of HCAT the local authority issues, and there is one thing to consider; p1 is the same child,
        // c2 the same adult.
        String body = """
                {"parentId":"c2","kind":"NATIONAL","issuedOn":"2025-09-02","issuer":"la","supportRecorded":"Early help since May.",
                 "considerations":[{"id":"support_exhausted","answer":"yes"}],"author":%s}
                """.formatted(HEAD);
        accepted(service.post(head, HCAT + "p1/penalty-notices", body));
        JsonNode next = issue("p1", "c2", "2025-09-03", "");
        assertThat(next.get("nth").asInt()).isEqualTo(2);
    }

    @Test
    void everyReasonAgainstANoticeIsNamedAtOnce() {
        Reply refused = service.post(head, KTS + "infant/penalty-notices", """
                {"parentId":"c7","kind":"NATIONAL","issuedOn":"2025-09-05","issuer":"police","receivedOn":"2025-09-04",
                 "considerations":[{"id":"best_tool","answer":true},{"id":"best_tool","answer":false},{"id":"own","answer":1}],"author":%s}
                """.formatted(HEAD));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/parentId",
                        "/receivedOn",
                        "/issuedOn",
                        "/laCheckRef",
                        "/supportRecorded",
                        "/considerations/1/id",
                        "/considerations/2/id",
                        "/considerations",
                        "/considerations",
                        "/considerations");
        assertThat(service.post(head, HCAT + "p2/penalty-notices", notice("c1", "2025-09-05", ""))
                        .pointers())
                .contains("/issuer");
        assertThat(service.post(head, KTS + "p3/penalty-notices", "{\"kind\":\"OTHER\",\"issuer\":\"me\"}")
                        .json()
                        .get("errors"))
                .hasSize(6);
    }

    @Test
    void aNoticeForAPublicPlaceWantsASuspensionAndCountsForNothing() {
        String body = notice("c1", "2025-09-05", "").replace("NATIONAL", "PUBLIC_PLACE");
        assertThat(service.post(head, KTS + "p3/penalty-notices", body).pointers())
                .containsExactly("/issuedOn");
        accepted(service.put(
                service.token("mis-integration", "*"), "/schools/900004/registers/2025-09-05/AM/G3", """
                {"takenAt":"2025-09-05T09:10:00+01:00","takenBy":%s,"marks":[{"pupilId":"p3","code":"E"}]}
                """.formatted(
                                HEAD)));
        Reply issued = service.post(head, KTS + "p3/penalty-notices", body);
        accepted(issued);
        assertThat(issued.json().get("earlyAmount").asInt()).isEqualTo(60);
        assertThat(issued.json().get("fullAmount").asInt()).isEqualTo(120);
        assertThat(issued.json().get("countsTowardsLimit").asBoolean()).isFalse();
        assertThat(issue("p3", "c1", "2025-09-08", "").get("nth").asInt()).isEqualTo(1);
    }

    @Test
    void theDayReceivedIsAskedForAndTheLocalAuthorityWantsACopy() throws Exception {
        JsonNode notice = issue("p4", "c1", "2025-09-05", "");
        assertThat(steps(notice)).containsExactlyInAnyOrder("penalty-receipt", "penalty-copy-to-la");
        accepted(about(notice, "receipt", "\"on\":\"2025-09-08\""));
        assertThat(done(notice)).containsExactly("penalty-receipt");
        assertThat(service.context().getBean(FallingDue.class).next().orElseThrow())
                .isBeforeOrEqualTo(Instant.parse("2025-10-05T23:00:00Z"));
    }

    @Test
    void anUnpaidNoticeIsReferredOrWithdrawn() throws Exception {
        JsonNode notice = issue("p5", "c1", "2025-05-01", ",\"receivedOn\":\"2025-05-03\"");
        assertThat(steps(notice)).contains("penalty-unpaid");
        assertThat(about(notice, "payments", "\"on\":\"2025-05-31\"").pointers())
                .containsExactly("/on");
        accepted(about(notice, "proceedings", "\"on\":\"2025-07-01\",\"outcome\":\"BROUGHT\""));
        assertThat(done(notice)).contains("penalty-unpaid");
        assertThat(about(notice, "payments", "\"on\":\"2025-05-30\"").status()).isEqualTo(409);
        accepted(about(notice, "proceedings", "\"on\":\"2025-08-01\",\"outcome\":\"ACQUITTED\""));
        assertThat(about(notice, "withdrawal", "\"on\":\"2025-09-01\",\"reason\":\"Late.\"")
                        .status())
                .isEqualTo(409);
        assertThat(issue("p5", "c1", "2025-09-05", "").get("nth").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2,/weeks", "7,/weeks"})
    void anImprovementPeriodHasThreeToSixWeeks(int weeks, String pointer) {
        Reply refused = service.post(head, KTS + "p6/notices-to-improve", improvement(weeks, ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly(pointer);
    }

    @Test
    void aNoticeToImproveHasItsSevenBlocksAndIsConcludedOnce() throws Exception {
        Reply missing = service.post(head, KTS + "p6/notices-to-improve", improvement(3, "\"warning\","));
        assertThat(missing.pointers()).containsExactly("/blocks");
        assertThat(missing.json().at("/errors/0/message").asString()).contains("warning");
        Reply given = service.post(head, KTS + "p6/notices-to-improve", improvement(3, ""));
        accepted(given);
        assertThat(given.json().get("until").asString()).isEqualTo("2025-08-10");
        assertThat(service.post(head, KTS + "p6/notices-to-improve", improvement(4, ""))
                        .status())
                .isEqualTo(409);
        assertThat(steps(given.json())).containsExactly("notice-to-improve-due");
        String conclusion =
                "/notices-to-improve/" + given.json().get("noticeId").asString() + "/conclusion";
        String body =
                "{\"outcome\":\"NOT_IMPROVED\",\"reason\":\"Eight more sessions.\",\"author\":%s}".formatted(HEAD);
        accepted(service.post(head, conclusion, body));
        assertThat(service.post(head, conclusion, body).status()).isEqualTo(409);
        assertThat(done(given.json())).containsExactly("notice-to-improve-due");
    }

    private static String improvement(int weeks, String without) {
        String blocks =
                "[\"attendance_record\",\"benefits\",\"support_given\",\"further_support\",\"warning\",\"timeframe\","
                        + "\"earlier_penalty\"]";
        return """
                {"parentId":"c1","from":"2025-07-21","weeks":%d,"blocks":%s,"author":%s}
                """.formatted(weeks, blocks.replace(without, ""), HEAD);
    }

    @Test
    void aRequestWithAKeyIsAnsweredAlikeAgain() {
        Map<String, String> key = Map.of("Idempotency-Key", "notice-1");
        String path = KTS + "p7/penalty-notices";
        Reply first = service.send(head, "POST", path, notice("c1", "2025-09-05", ""), key);
        accepted(first);
        assertThat(service.send(head, "POST", path, notice("c1", "2025-09-05", ""), key)
                        .json())
                .isEqualTo(first.json());
        assertThat(service.send(head, "POST", path, notice("c2", "2025-09-05", ""), key)
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mis-integration", "class-teacher", "attendance-officer", "safeguarding-lead", "auditor"})
    void theHeadAloneTakesALegalStep(String role) {
        JsonNode notice = issue("p8", "c1", "2025-09-05", "");
        String other = service.token(role, "*");
        assertThat(service.post(other, KTS + "p8/penalty-notices", notice("c1", "2025-09-05", ""))
                        .status())
                .isEqualTo(403);
        assertThat(service.post(
                                other,
                                "/penalty-notices/" + notice.get("noticeId").asString() + "/withdrawal",
                                "{}")
                        .status())
                .isEqualTo(403);
        accepted(about(notice, "withdrawal", "\"on\":\"2025-09-08\""));
    }

    @Test
    void aNoticeOfAnotherSchoolIsUnknown() {
        JsonNode notice = issue("p8", "c2", "2025-09-05", "");
        String stranger = service.token("head", "900005");
        String path = "/penalty-notices/" + notice.get("noticeId").asString() + "/withdrawal";
        String body = "{\"on\":\"2025-09-08\",\"reason\":\"None.\",\"author\":%s}".formatted(HEAD);
        assertThat(service.post(stranger, path, body).status()).isEqualTo(404);
        assertThat(service.post(head, path.replaceAll("\\.[^/]*", ".nothing"), body)
                        .status())
                .isEqualTo(404);
        assertThat(service.post(head, path.replaceAll("\\.[^/]*", ".00000000-0000-0000-0000-000000000001"), body)
                        .status())
                .isEqualTo(404);
    }

    private static List<String> steps(JsonNode notice) throws InterruptedException {
        return dues(notice).stream().map(FollowUpDue::step).toList();
    }

    private static List<String> done(JsonNode notice) throws InterruptedException {
        List<FollowUpDone> done = events(FollowUpDone.class);
        return dues(notice).stream()
                .filter(due -> done.stream().anyMatch(each -> each.entryId().equals(due.entryId())))
                .map(FollowUpDue::step)
                .toList();
    }

    /** What fell due about a notice, once all that follows is recorded. */
    private static List<FollowUpDue> dues(JsonNode notice) throws InterruptedException {
        assertThat(service.context().getBean(FallingDue.class).await(Duration.ofSeconds(30)))
                .isTrue();
        AbsenceEntryId id = AbsenceEntryId.parse(notice.get("noticeId").asString());
        return events(FollowUpDue.class).stream()
                .filter(due -> id.entryId().equals(due.about()))
                .toList();
    }

    private static <T> List<T> events(Class<T> type) {
        return service.context().getBean(LedgerReader.class).after(0, 10_000).stream()
                .map(stored -> EventTypes.read(stored.type(), stored.payload()))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static void accepted(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isIn(200, 201);
    }
}
