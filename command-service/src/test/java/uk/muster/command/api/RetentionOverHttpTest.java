package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import uk.muster.command.api.RunningCommandService.Reply;

/**
 * Six years of a school of three, from the first register to the end of its keys: one pupil left at once, one left later and one is still there. Each test
 * goes on from the one before, as the years do.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetentionOverHttpTest {

    private static final String HEAD = "{\"id\":\"h-1\",\"name\":\"Ines Invented\",\"position\":\"Headteacher\"}";
    private static final String SCHOOL = "/schools/900051";
    private static final String RETENTION = SCHOOL + "/retention";

    @TempDir
    static Path folder;

    private static RunningCommandService service;
    private static String mis;
    private static String admin;

    @BeforeAll
    static void recordsTwoYears() {
        service = RunningCommandService.start(folder, Map.of("muster.clock.start", "2025-09-08T09:00:00+01:00"));
        mis = service.token("mis-integration", "*");
        admin = service.token("admin", "*");
        String head = service.token("head", "*");
        accepted(service.put(mis, SCHOOL, """
                {"name":"Ash Green","laCode":"810","phase":"ALL_THROUGH","policyProfile":"hcat","policyOverlay":{
                 "sessions":{"pm":{"start":"13:00","register_closes":"13:20"}},
                 "contacts":[{"role":"attendance","name":"M. Invented"}]}}
                """));
        calendar("2025-26", "2025-09-03", "2025-10-24");
        admit("p1", "H801200001001");
        admit("p2", "X919200026001");
        admit("p3", "X810200026123");
        register("2025-09-08", "p1", "p2", "p3");
        accepted(service.post(head, SCHOOL + "/pupils/p1/removal", """
                {"on":"2025-09-08","ground":"k","author":%s}""".formatted(HEAD)));
        goOnAt("2027-09-06T09:00:00+01:00");
        calendar("2027-28", "2027-09-02", "2027-10-22");
        register("2027-09-06", "p2", "p3");
        amend("2027-09-06", "p2");
        amend("2027-09-06", "p3");
        accepted(service.post(service.token("head", "*"), SCHOOL + "/pupils/p2/removal", """
                {"on":"2027-09-06","ground":"k","author":%s}""".formatted(HEAD)));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void goOnAt(String instant) {
        service = service.restarted(Map.of("muster.clock.start", instant));
    }

    private static Reply accepted(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isIn(200, 201);
        return reply;
    }

    private static void calendar(String year, String from, String to) {
        accepted(service.put(mis, SCHOOL + "/calendars/" + year, """
                {"terms":[{"name":"Autumn 1","from":"%s","to":"%s"}],"closures":[]}""".formatted(from, to)));
    }

    private static void admit(String id, String upn) {
        accepted(service.put(mis, SCHOOL + "/pupils/" + id, pupil(upn)));
    }

    private static String pupil(String upn) {
        return """
                {"upn":"%s","forename":"Robin","surname":"Example","dateOfBirth":"2017-11-05","yearGroup":"3","group":"3A",
                 "admittedOn":"2025-09-01","contacts":[],"flags":[]}""".formatted(upn);
    }

    private static void register(String date, String... pupils) {
        StringBuilder marks = new StringBuilder();
        for (String pupil : pupils) {
            marks.append(marks.isEmpty() ? "" : ",").append("{\"pupilId\":\"" + pupil + "\",\"code\":\"/\"}");
        }
        accepted(service.put(mis, SCHOOL + "/registers/" + date + "/AM/3A", """
                {"takenAt":"%sT08:55:00+01:00","takenBy":%s,"marks":[%s]}""".formatted(date, HEAD, marks)));
    }

    private static void amend(String date, String pupil) {
        accepted(service.post(mis, SCHOOL + "/registers/" + date + "/AM/3A/amendments", """
                {"pupilId":"%s","amendedCode":"I","reason":"Was sent home.","author":%s}""".formatted(pupil, HEAD)));
    }

    private static Reply confirm(String year, int pupils) {
        return service.post(admin, RETENTION + "/disposals", """
                {"academicYear":"%s","pupils":%d,"author":%s}""".formatted(year, pupils, HEAD));
    }

    private static JsonNode item(String year) {
        return service.get(admin, RETENTION)
                .json()
                .get("items")
                .valueStream()
                .filter(item -> item.get("academicYear").asString().equals(year))
                .findFirst()
                .orElseThrow();
    }

    private static JdbcClient database() {
        return service.context().getBean(JdbcClient.class);
    }

    private static int keysLeft(int year) {
        return database()
                .sql("SELECT count(*) FROM muster.subject_key WHERE academic_year = ? AND wrapped IS NOT NULL")
                .param(year)
                .query(Integer.class)
                .single();
    }

    @Test
    @Order(1)
    void theScheduleIsThereLongBefore() {
        Reply schedule = service.get(admin, RETENTION);
        assertThat(schedule.status()).as(schedule.toString()).isEqualTo(200);
        assertThat(schedule.json().get("retentionYears").asInt()).isEqualTo(6);
        JsonNode first = item("2025-26");
        assertThat(first.get("disposableOn").asString()).isEqualTo("2032-08-02");
        assertThat(first.get("due").asBoolean()).isFalse();
        assertThat(first.get("pupils").asInt()).isEqualTo(3);
        assertThat(first.get("staff").asBoolean()).isTrue();
        assertThat(item("2027-28").get("pupils").asInt()).isEqualTo(2);
        assertThat(schedule.toString()).doesNotContain("p1").doesNotContain("Example");
    }

    @Test
    @Order(2)
    void nothingGoesADayTooEarly() {
        goOnAt("2032-08-01T12:00:00+01:00");
        Reply early = confirm("2025-26", 3);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.pointers()).containsExactly("/academicYear");
        assertThat(early.toString()).contains("2032-08-01 inclusive");
        assertThat(keysLeft(2025)).isGreaterThanOrEqualTo(4);
    }

    @Test
    @Order(3)
    void whatIsHeldStaysUntilTheHoldIsReleased() {
        goOnAt("2032-08-02T12:00:00+01:00");
        Reply hold = accepted(service.post(admin, RETENTION + "/holds", """
                {"kind":"LITIGATION","pupilId":"p1","reason":"A claim is before the tribunal.","author":%s}""".formatted(HEAD)));
        JsonNode held = item("2025-26");
        assertThat(held.get("due").asBoolean()).isTrue();
        assertThat(held.get("pupils").asInt()).isEqualTo(2);
        assertThat(held.at("/held/LITIGATION").asInt()).isEqualTo(1);
        assertThat(held.get("staff").asBoolean())
                .as("who marked a register that is evidence stays too")
                .isFalse();
        Reply stale = confirm("2025-26", 3);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("type").asString()).isEqualTo("/problems/schedule-changed");

        String path = RETENTION + "/holds/" + hold.json().get("id").asString() + "/release";
        String body = "{\"reason\":\"The claim was withdrawn.\",\"author\":" + HEAD + "}";
        accepted(service.post(admin, path, body));
        assertThat(service.post(admin, path, body).status()).isEqualTo(404);
        assertThat(item("2025-26").get("pupils").asInt()).isEqualTo(3);
    }

    @Test
    @Order(4)
    void aNamedPersonConfirmsAndTheKeysAreGone() {
        Reply certificate = confirm("2025-26", 3);
        assertThat(certificate.status()).as(certificate.toString()).isEqualTo(201);
        assertThat(certificate.json().get("keys").asInt()).isEqualTo(4);
        assertThat(certificate.json().get("forgotten").asInt())
                .as("only of the one who left at once nothing else is kept")
                .isEqualTo(1);
        assertThat(keysLeft(2025)).isZero();
        JsonNode schedule = service.get(admin, RETENTION).json();
        assertThat(schedule.at("/items/0/academicYear").asString()).isEqualTo("2027-28");
        assertThat(schedule.at("/disposals/0/carriedOut").asBoolean()).isTrue();
        assertThat(confirm("2025-26", 0).status()).isEqualTo(404);
    }

    @Test
    @Order(5)
    void whoWasForgottenIsUnknownAndTheOthersAreWhoTheyWere() {
        String officer = service.token("attendance-officer", "*");
        Reply gone = service.post(officer, SCHOOL + "/pupils/p1/contact-attempts", attempt());
        assertThat(gone.status()).as(gone.toString()).isEqualTo(404);
        assertThat(service.post(
                                service.token("attendance-officer", "*"),
                                SCHOOL + "/pupils/p3/contact-attempts",
                                attempt())
                        .status())
                .isEqualTo(201);
        Reply same = service.put(mis, SCHOOL + "/pupils/p3", pupil("X810200026123"));
        assertThat(same.status()).isEqualTo(200);
        assertThat(database()
                        .sql("SELECT count(*) FROM muster.event WHERE type = 'pupil-carried-forward.v1'")
                        .query(Integer.class)
                        .single())
                .as("of the two of whom something is kept, once each; and what was put again changed nothing")
                .isEqualTo(2);
    }

    private static String attempt() {
        return """
                {"at":"2032-08-02T12:00:00+01:00","channel":"PHONE","outcome":"NO_ANSWER","author":%s}""".formatted(HEAD);
    }

    @Test
    @Order(6)
    void theSchoolGoesOnWithThePeopleOfItsPolicy() {
        goOnAt("2032-08-03T09:00:00+01:00");
        calendar("2031-32", "2032-07-01", "2032-07-22");
        assertThat(database()
                        .sql("SELECT count(*) FROM muster.event WHERE type = 'policy-profile-activated.v1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        Reply same = service.put(mis, SCHOOL, """
                {"name":"Ash Green","laCode":"810","phase":"ALL_THROUGH","policyProfile":"hcat","policyOverlay":{
                 "sessions":{"pm":{"start":"13:00","register_closes":"13:20"}},
                 "contacts":[{"role":"attendance","name":"M. Invented"}]}}
                """);
        assertThat(same.status()).isEqualTo(200);
    }

    @Test
    @Order(7)
    void nobodyButAnAdminMayLookOrConfirm() {
        for (String role : new String[] {"head", "safeguarding-lead", "auditor", "mis-integration"}) {
            assertThat(service.get(service.token(role, "*"), RETENTION).status())
                    .isEqualTo(403);
        }
        assertThat(service.get(service.token("admin", "900052"), RETENTION).status())
                .isEqualTo(404);
    }
}
