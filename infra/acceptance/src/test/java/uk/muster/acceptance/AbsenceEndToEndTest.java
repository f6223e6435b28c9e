package uk.muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.acceptance.Bodies.OKAFOR;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import uk.muster.acceptance.Client.Reply;
import uk.muster.standalone.Options;
import uk.muster.standalone.Standalone;

/** A day of a child who is not in school and not explained, as it is followed up and as it stands in the chronology. */
class AbsenceEndToEndTest {

    private static final String SCHOOL = "/schools/912346";
    private static final String P1 = SCHOOL + "/pupils/p1";
    private static final String P2 = SCHOOL + "/pupils/p2";
    private static final String P3 = SCHOOL + "/pupils/p3";

    @TempDir
    static Path data;

    private static Standalone muster;
    private static Client officer;
    private static Client lead;

    @BeforeAll
    static void start() throws IOException {
        muster = Standalone.start(data, Options.onFreePorts().withClock(Instant.parse("2026-09-07T13:00:00Z")));
        officer = Client.of(muster, "attendance-officer", "912346");
        lead = Client.of(muster, "safeguarding-lead", "912346");
        recorded(lead.put(SCHOOL, Bodies.school("hcat")));
        recorded(lead.put(SCHOOL + "/calendars/2026-27", Bodies.autumn2026()));
        for (int i = 1; i <= 3; i++) {
            recorded(lead.put(SCHOOL + "/pupils/p" + i, Bodies.pupil(Bodies.upn(i), "3A")));
        }
        recorded(officer.put(
                SCHOOL + "/registers/2026-09-07/AM/3A",
                Bodies.register(
                        "2026-09-07T09:00:00+01:00",
                        List.of(Bodies.mark("p1", "N"), Bodies.mark("p2", "/"), Bodies.mark("p3", "N")))));
    }

    @AfterAll
    static void stop() {
        muster.close();
    }

    private static Reply recorded(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply;
    }

    private static String at(String time) {
        return "\"at\":\"2026-09-07T" + time + ":00+01:00\",\"author\":" + OKAFOR + ",";
    }

    @Test
    void everyStepStandsInTheChronologyInTheOrderInWhichItHappened() {
        recorded(lead.post(
                P1 + "/escalations", "{" + at("13:30") + "\"to\":\"POLICE\",\"reason\":\"Nobody has seen her.\"}"));
        recorded(officer.post(
                P1 + "/home-visits",
                "{" + at("11:00") + "\"visitors\":[" + OKAFOR
                        + "],\"outcome\":\"NO_ANSWER\",\"note\":\"Curtains drawn.\"}"));
        recorded(
                officer.post(
                        P1 + "/contact-attempts",
                        "{" + at("09:20")
                                + "\"channel\":\"PHONE\",\"contactId\":\"c1\",\"outcome\":\"NO_ANSWER\",\"purpose\":\"FIRST_DAY\",\"note\":\"Rang twice.\"}"));
        recorded(officer.post(P1 + "/absence-reports", """
                {"reportedBy":{"name":"Sam Canarybird","relationship":"parent"},"channel":"PHONE","receivedAt":"2026-09-07T13:45:00+01:00",
                 "reason":"We were in hospital.","from":"2026-09-07","author":%s}
                """.formatted(OKAFOR)));
        Reply decided = recorded(officer.post(P1 + "/absence-decisions", """
                {"from":{"date":"2026-09-07","session":"AM"},"to":{"date":"2026-09-07","session":"PM"},"code":"I",
                 "reason":"Seen in hospital.","author":%s}
                """.formatted(OKAFOR)));
        assertThat(decided.json().get("amended").asInt()).isEqualTo(1);
        JsonNode story = lead.get(P1 + "/chronology", decided).json().get("items");
        // Beside what people did stands what fell due: the call and the visit of day 1, done by what was recorded of
        // them.
        assertThat(kinds(story).stream().filter(kind -> !kind.equals("TASK")))
                .containsExactly(
                        "DECISION",
                        "AMENDMENT",
                        "ABSENCE_REPORT",
                        "ESCALATION",
                        "HOME_VISIT",
                        "CONTACT_ATTEMPT",
                        "MARK",
                        "ENROLMENT");
        assertThat(story.toString()).contains("Nobody has seen her.", "Curtains drawn.", "Rang twice.");
        String toTheOfficer = officer.get(P1 + "/chronology", decided).body();
        assertThat(toTheOfficer).contains("Rang twice.").doesNotContain("Nobody has seen her.", "Curtains drawn.");
        assertThat(officer.get(SCHOOL + "/registers/2026-09-07/AM/3A", decided)
                        .json()
                        .at("/marks/0/code")
                        .asString())
                .isEqualTo("I");
    }

    @Test
    void anAttemptFiledOnTheWrongChildIsStruckThereAndNamesNobody() {
        String attempt = "{" + at("09:30") + "\"channel\":\"SMS\",\"outcome\":\"SENT\"%s}";
        Reply wrong = recorded(officer.post(P2 + "/contact-attempts", attempt.formatted("")));
        Reply right = recorded(officer.post(
                P1 + "/contact-attempts",
                attempt.formatted(",\"corrects\":\"" + wrong.json().get("id").asString() + "\"")));
        JsonNode struck = officer.get(P2 + "/chronology?kinds=CONTACT_ATTEMPT", right)
                .json()
                .at("/items/0");
        assertThat(struck.get("id")).isEqualTo(wrong.json().get("id"));
        assertThat(struck.at("/data/corrected/ofAnotherPupil").asBoolean(false)).isTrue();
        assertThat(struck.toString()).doesNotContain(right.json().get("id").asString(), "\"p1\"");
        assertThat(officer.get(P1 + "/chronology?kinds=CONTACT_ATTEMPT", right).body())
                .contains(right.json().get("id").asString());
    }

    @Test
    void whatFellDueIsListedDecidedAndTold() {
        settle();
        JsonNode tasks = officer.get(SCHOOL + "/tasks?kind=VISIT").json().get("items");
        JsonNode visit = of(tasks, "p3");
        assertThat(visit.get("step").asString()).isEqualTo("d1-visit");
        assertThat(visit.get("modality").asString()).isEqualTo("MAY");
        assertThat(visit.get("status").asString()).isEqualTo("OPEN");
        Reply declined = recorded(officer.post(
                "/tasks/" + visit.get("taskId").asString() + "/decisions",
                "{\"decision\":\"DECLINED\",\"reason\":\"Her aunt saw her.\",\"author\":" + OKAFOR + "}"));
        assertThat(of(
                                officer.get(SCHOOL + "/tasks?status=DECLINED", declined)
                                        .json()
                                        .get("items"),
                                "p3")
                        .at("/decidedBy/name")
                        .asString())
                .isEqualTo("R. Okafor");
        Reply spoke = recorded(officer.post(
                P3 + "/contact-attempts", "{" + at("13:20") + "\"channel\":\"PHONE\",\"outcome\":\"SPOKE\"}"));
        JsonNode told = lead.get(P3 + "/chronology?kinds=TASK", spoke).json().get("items");
        assertThat(told.findValuesAsString("status")).containsExactlyInAnyOrder("DECLINED", "DONE");
        Client other = Client.of(muster, "head", "912399");
        assertThat(other.get(SCHOOL + "/tasks").status()).isEqualTo(404);
    }

    /** Waits until everything that follows is there. */
    private static void settle() {
        assertThat(Client.of(muster, "admin", "*").post("/dev/clock", "{}").status())
                .isEqualTo(200);
    }

    private static JsonNode of(JsonNode tasks, String pupil) {
        for (JsonNode task : tasks) {
            if (task.get("pupilId").asString().equals(pupil)) {
                return task;
            }
        }
        throw new AssertionError(tasks);
    }

    private static List<String> kinds(JsonNode items) {
        List<String> kinds = new ArrayList<>();
        items.forEach(item -> kinds.add(item.get("kind").asString()));
        return kinds;
    }
}
