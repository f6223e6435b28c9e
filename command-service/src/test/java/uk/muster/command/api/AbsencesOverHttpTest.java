package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.command.api.RunningCommandService.Reply;

/** The contract's commands about absences as a client meets them. */
class AbsencesOverHttpTest {

    private static final String OKAFOR = "{\"id\":\"t-1\",\"name\":\"R. Okafor\",\"position\":\"Attendance officer\"}";
    private static final String P1 = "/schools/900003/pupils/p1";
    private static final String P2 = "/schools/900003/pupils/p2";

    @TempDir
    static Path folder;

    private static RunningCommandService service;
    private static String mis;
    private static String officer;
    private static String lead;

    @BeforeAll
    static void start() {
        service = RunningCommandService.start(folder);
        mis = service.token("mis-integration", "*");
        officer = service.token("attendance-officer", "*");
        lead = service.token("safeguarding-lead", "*");
        assertThat(service.put(mis, "/schools/900003", """
                {"name":"Ash Green","laCode":"810","phase":"PRIMARY","policyProfile":"kts","policyOverlay":{
                 "sessions":{"pm":{"start":"13:00","register_closes":"13:20"}},
                 "contacts":[{"role":"attendance","name":"M. Invented"}]}}
                """).status()).isEqualTo(201);
        assertThat(service.put(mis, "/schools/900003/calendars/2025-26", """
                {"terms":[{"name":"Autumn 1","from":"2025-09-03","to":"2025-10-24"}],"closures":[]}
                """).status())
                .isEqualTo(201);
        pupil("p1", "H801200001001");
        pupil("p2", "X919200026001");
    }

    private static void pupil(String id, String upn) {
        assertThat(service.put(mis, "/schools/900003/pupils/" + id, """
                {"upn":"%s","forename":"Robin","surname":"Example","dateOfBirth":"2017-11-05","yearGroup":"3","group":"3A",
                 "admittedOn":"2025-09-01","contacts":[],"flags":[]}
                """.formatted(upn))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String register(String day, String half) {
        return "/schools/900003/registers/" + day + "/" + half + "/3A";
    }

    private static void take(String day, String half, String p1, String p2) {
        Reply taken = service.put(mis, register(day, half), """
                {"takenAt":"%sT09:15:00+01:00","takenBy":%s,"marks":[{"pupilId":"p1","code":"%s"},{"pupilId":"p2","code":"%s"}]}
                """.formatted(day, OKAFOR, p1, p2));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
    }

    private static String attempt(String outcome, String more) {
        return "{\"at\":\"2025-09-08T09:20:00+01:00\",\"channel\":\"PHONE\",\"outcome\":\"%s\",\"author\":%s%s}"
                .formatted(outcome, OKAFOR, more);
    }

    private static String decision(String from, String to, String code) {
        return """
                {"from":{"date":"%s","session":"AM"},"to":{"date":"%s","session":"PM"},"code":"%s","reason":"Tonsillitis.","author":%s}
                """.formatted(from, to, code, OKAFOR);
    }

    @Test
    void aDecisionAmendsEveryUnexplainedSessionOfTheRangeAndNoOther() {
        take("2025-09-08", "AM", "N", "/");
        take("2025-09-08", "PM", "N", "N");
        take("2025-09-09", "AM", "/", "N");
        take("2025-09-09", "PM", "N", "N");
        Reply decided = service.post(officer, P1 + "/absence-decisions", decision("2025-09-08", "2025-09-09", "I"));
        assertThat(decided.status()).as(decided.toString()).isEqualTo(201);
        assertThat(decided.json().get("amended").asInt()).isEqualTo(3);
        assertThat(service.post(officer, P1 + "/absence-decisions", decision("2025-09-08", "2025-09-09", "I"))
                        .status())
                .as("nothing is left to decide")
                .isEqualTo(422);
        Reply ofAnother = service.post(officer, P2 + "/absence-decisions", decision("2025-09-08", "2025-09-09", "I"));
        assertThat(ofAnother.json().get("amended").asInt())
                .as("p2's were left alone")
                .isEqualTo(3);
        Reply amended = service.post(
                mis,
                register("2025-09-08", "AM") + "/amendments",
                "{\"pupilId\":\"p1\",\"expectedCode\":\"I\",\"amendedCode\":\"M\",\"reason\":\"It was the dentist.\",\"author\":%s}"
                        .formatted(OKAFOR));
        assertThat(amended.status()).as("the mark is I now: " + amended).isEqualTo(201);
    }

    @Test
    void aDecisionThatOneRegisterRefusesRecordsNothingAnywhere() {
        take("2025-09-10", "AM", "N", "/");
        take("2025-09-10", "PM", "N", "N");
        Reply refused = service.post(officer, P1 + "/absence-decisions", decision("2025-09-10", "2025-09-10", "/"));
        assertThat(refused.status())
                .as("/ is no code of an afternoon: " + refused)
                .isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/code");
        Reply decided = service.post(officer, P1 + "/absence-decisions", decision("2025-09-10", "2025-09-10", "I"));
        assertThat(decided.json().get("amended").asInt())
                .as("the morning's N is still there")
                .isEqualTo(2);
    }

    @Test
    void aDecisionWithAKeyIsTakenOnceAndItsAnswerIsGivenAgain() {
        take("2025-09-12", "AM", "N", "/");
        take("2025-09-12", "PM", "N", "N");
        String body = decision("2025-09-12", "2025-09-12", "I");
        Map<String, String> key = Map.of("Idempotency-Key", "decision-of-friday");
        Reply first = service.send(officer, "POST", P1 + "/absence-decisions", body, key);
        assertThat(first.json().get("amended").asInt()).isEqualTo(2);
        Reply again = service.send(officer, "POST", P1 + "/absence-decisions", body, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void aRangeBackwardsAndARangeWithoutEndAreRefused() {
        assertThat(service.post(officer, P1 + "/absence-decisions", decision("2025-09-10", "2025-09-08", "I"))
                        .pointers())
                .containsExactly("/to");
        assertThat(service.post(officer, P1 + "/absence-decisions", decision("2025-09-10", "2025-09-08", "N"))
                        .pointers())
                .containsExactly("/to", "/code");
        assertThat(service.post(officer, P1 + "/absence-decisions", decision("2020-09-10", "2025-09-08", "I"))
                        .pointers())
                .containsExactly("/to");
    }

    @Test
    void anAttemptFiledOnTheWrongChildIsCorrectedOnce() {
        Reply wrong = service.post(officer, P1 + "/contact-attempts", attempt("NO_ANSWER", ""));
        assertThat(wrong.status()).as(wrong.toString()).isEqualTo(201);
        String corrects = ",\"corrects\":\"" + wrong.json().get("id").asString() + "\"";
        Reply right = service.post(officer, P2 + "/contact-attempts", attempt("NO_ANSWER", corrects));
        assertThat(right.status()).as(right.toString()).isEqualTo(201);
        assertThat(right.json().get("id").asString())
                .isNotEqualTo(wrong.json().get("id").asString());
        Reply again = service.post(officer, P2 + "/contact-attempts", attempt("NO_ANSWER", corrects));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.pointers()).containsExactly("/corrects");
        assertThat(service.post(officer, P2 + "/contact-attempts", attempt("SPOKE", ",\"corrects\":\"none\""))
                        .pointers())
                .containsExactly("/corrects");
        String own = ",\"corrects\":\"" + right.json().get("id").asString() + "\"";
        assertThat(service.post(officer, P2 + "/contact-attempts", attempt("SPOKE", own))
                        .status())
                .as("the same child's, in other words")
                .isEqualTo(201);
    }

    @Test
    void ktsMakesIllnessUnauthorisedOnceTheParentWasReached() {
        // KTS-38: spoken to or sent, for that purpose, and not corrected since
        take("2025-09-11", "AM", "I", "/");
        String amendment = "{\"pupilId\":\"p1\",\"amendedCode\":\"O\",\"reason\":\"No evidence.\",\"author\":%s}"
                .formatted(OKAFOR);
        String amendments = register("2025-09-11", "AM") + "/amendments";
        assertThat(service.post(officer, amendments, amendment)
                        .json()
                        .get("type")
                        .asString())
                .isEqualTo("/problems/parent-not-told");
        service.post(officer, P1 + "/contact-attempts", attempt("NO_ANSWER", ",\"purpose\":\"EVIDENCE_REFUSED\""));
        service.post(officer, P1 + "/contact-attempts", attempt("SPOKE", ",\"purpose\":\"FIRST_DAY\""));
        assertThat(service.post(officer, amendments, amendment).status()).isEqualTo(422);
        service.post(officer, P1 + "/contact-attempts", attempt("SENT", ",\"purpose\":\"EVIDENCE_REFUSED\""));
        assertThat(service.post(officer, amendments, amendment).status()).isEqualTo(201);
    }

    @Test
    void everyFaultOfABodyIsNamed() {
        assertThat(service.post(officer, P1 + "/contact-attempts", "{\"at\":\"soon\",\"channel\":\"PIGEON\"}")
                        .pointers())
                .containsExactlyInAnyOrder("/at", "/channel", "/outcome", "/author");
        assertThat(service.post(
                                officer,
                                P1 + "/home-visits",
                                "{\"visitors\":[{\"id\":\"s-1\"}],\"outcome\":\"CONCERN\"}")
                        .pointers())
                .containsExactlyInAnyOrder("/at", "/author", "/visitors/0/name", "/visitors/0/position");
    }

    @ParameterizedTest
    @CsvSource({
        "class-teacher, contact-attempts, 403",
        "mis-integration, contact-attempts, 403",
        "mis-integration, home-visits, 403",
        "attendance-officer, escalations, 403",
        "auditor, absence-reports, 403",
        "class-teacher, absence-decisions, 403",
        "mis-integration, absence-reports, 422",
        "attendance-officer, sickness-forecasts, 422",
        "safeguarding-lead, escalations, 422",
        "head, risk-assessments, 422"
    })
    void eachRoleDoesWhatTheContractsTableSays(String role, String path, int status) {
        assertThat(service.post(service.token(role, "*"), P1 + "/" + path, "{}").status())
                .isEqualTo(status);
    }

    @Test
    void theRestIsRecordedWithAnId() {
        Map<String, String> bodies = Map.of(
                "escalations",
                "{\"at\":\"2025-09-09T10:00:00+01:00\",\"to\":\"POLICE\",\"reason\":\"Nobody has seen her.\",\"author\":"
                        + OKAFOR + "}",
                "sickness-forecasts",
                "{\"from\":\"2025-09-15\",\"expectedSchoolDays\":20,\"author\":" + OKAFOR + "}",
                "risk-assessments",
                """
                {"at":"2025-09-09T10:00:00+01:00","concernRemains":true,"author":%s,"factors":[{"id":"safeguarding","answer":true,"note":"A note."},
                 {"id":"unmet_send_need","answer":false},{"id":"family_crisis","answer":"unknown"},{"id":"mental_health","answer":0}]}
                """.formatted(OKAFOR),
                "absence-reports",
                """
                {"reportedBy":{"name":"Sam Example","relationship":"parent"},"channel":"PHONE","receivedAt":"2025-09-08T08:10:00+01:00",
                 "reason":"A high temperature.","from":"2025-09-08","author":%s}
                """.formatted(OKAFOR));
        bodies.forEach((path, body) -> {
            Reply reply = service.post(lead, P1 + "/" + path, body);
            assertThat(reply.status()).as(path + ": " + reply).isEqualTo(201);
            assertThat(reply.json().get("id").asString()).isNotBlank();
            assertThat(reply.header("Muster-Position")).isNotEmpty();
        });
    }

    @Test
    void anUnknownPupilIsUnknown() {
        assertThat(service.post(officer, "/schools/900003/pupils/p9/contact-attempts", attempt("SPOKE", ""))
                        .status())
                .isEqualTo(404);
    }
}
