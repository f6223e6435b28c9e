package uk.muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.acceptance.Bodies.amendment;
import static uk.muster.acceptance.Bodies.mark;
import static uk.muster.acceptance.Bodies.register;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.acceptance.Client.Reply;
import uk.muster.standalone.Options;
import uk.muster.standalone.Standalone;

/** From an MIS's call to what the register says now and said before, on an instance started as the README says. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegisterEndToEndTest {

    private static final String URN = "912345";
    private static final String SCHOOL = "/schools/" + URN;
    private static final String MONDAY_AM = SCHOOL + "/registers/2026-09-07/AM/3A";
    private static final String AT_EIGHT = "2026-09-07T08:50:00+01:00";

    @TempDir
    static Path data;

    private static Standalone muster;
    private static Client mis;
    private static Client officer;
    private static Client auditor;

    @BeforeAll
    static void start() throws IOException {
        muster = Standalone.start(data, Options.onFreePorts().withClock(Instant.parse("2026-09-07T08:00:00Z")));
        speak();
        assertThat(mis.put(SCHOOL, Bodies.school("hcat")).status()).isEqualTo(201);
        assertThat(mis.put(SCHOOL + "/calendars/2026-27", Bodies.autumn2026()).status())
                .isEqualTo(201);
        for (int i = 1; i <= 3; i++) {
            assertThat(mis.put(SCHOOL + "/pupils/p" + i, Bodies.pupil(Bodies.upn(i), "3A"))
                            .status())
                    .isEqualTo(201);
        }
    }

    private static void speak() {
        mis = Client.of(muster, "mis-integration", URN);
        officer = Client.of(muster, "attendance-officer", URN);
        auditor = Client.of(muster, "auditor", "*");
    }

    @AfterAll
    static void stop() {
        muster.close();
    }

    @Test
    @Order(1)
    void aRegisterIsReadAsItIsAndAsItWas() {
        Reply taken = mis.put(MONDAY_AM, register(AT_EIGHT, List.of(mark("p1", "N"), mark("p2", "/"))));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        JsonNode before = officer.get(MONDAY_AM, taken).json();
        assertThat(before.get("complete").asBoolean()).isFalse();
        assertThat(before.at("/missing/0").asString()).isEqualTo("p3");
        assertThat(before.at("/marks/0/code").asString()).isEqualTo("N");
        String then = before.get("recordedAt").asString();

        Reply amended = mis.post(MONDAY_AM + "/amendments", amendment("p1", "I", "Parent rang"));
        assertThat(amended.status()).as(amended.toString()).isEqualTo(201);
        JsonNode now = officer.get(MONDAY_AM, amended).json();
        assertThat(now.at("/marks/0/code").asString()).isEqualTo("I");
        assertThat(now.at("/marks/0/originalCode").asString()).isEqualTo("N");
        JsonNode amendment = now.at("/marks/0/amendments/0");
        assertThat(amendment.get("originalCode").asString()).isEqualTo("N");
        assertThat(amendment.get("amendedCode").asString()).isEqualTo("I");
        assertThat(amendment.get("reason").asString()).isEqualTo("Parent rang");
        assertThat(amendment.at("/author/position").asString()).isEqualTo("Class teacher");
        assertThat(Instant.parse(amendment.get("amendedAt").asString())).isAfter("2026-09-07T08:00:00Z");

        JsonNode asOf = officer.get(MONDAY_AM + "?asOf=" + URLEncoder.encode(then, StandardCharsets.UTF_8))
                .json();
        assertThat(asOf.at("/marks/0/code").asString()).isEqualTo("N");
        assertThat(asOf.at("/marks/0/amendments").isEmpty()).isTrue();
        assertThat(officer.get(MONDAY_AM + "?asOf=2026-09-07T08:00:00Z").status())
                .as("first recorded later")
                .isEqualTo(404);
    }

    @Test
    @Order(2)
    void thePupilsStoryIsNewestFirst() {
        Reply arrived = mis.post(
                MONDAY_AM + "/arrivals",
                "{\"pupilId\":\"p3\",\"arrivedAt\":\"2026-09-07T08:55:00+01:00\",\"author\":" + Bodies.OKAFOR + "}");
        assertThat(arrived.status()).as(arrived.toString()).isEqualTo(201);
        assertThat(arrived.json().get("code").asString()).isEqualTo("/");
        JsonNode story = officer.get(SCHOOL + "/pupils/p1/chronology", arrived).json();
        assertThat(story.get("items").valueStream().map(item -> item.get("kind").asString()))
                .containsExactly("AMENDMENT", "MARK", "ENROLMENT");
        JsonNode only = officer.get(SCHOOL + "/pupils/p1/chronology?kinds=MARK").json();
        assertThat(only.get("items").size()).isEqualTo(1);
        JsonNode attendance = officer.get(SCHOOL + "/pupils/p1/attendance").json();
        assertThat(attendance.get("possible").asInt()).isEqualTo(1);
        assertThat(attendance.get("authorisedAbsence").asInt()).isEqualTo(1);
        assertThat(attendance.get("percentage").asDouble()).isZero();
        JsonNode board = officer.get(SCHOOL + "/registers?date=2026-09-07").json();
        assertThat(board.at("/items/0/state").asString()).isEqualTo("TAKEN");
        assertThat(board.at("/items/1/state").asString()).isEqualTo("NOT_DUE");
    }

    @Test
    @Order(3)
    void theAuditorSeesEveryFactAndNobodyElseDoes() {
        assertThat(officer.get("/audit/events?urn=" + URN).status()).isEqualTo(403);
        JsonNode amendments = auditor.get("/audit/amendments?urn=" + URN).json();
        assertThat(amendments.at("/items/0/originalCode").asString()).isEqualTo("N");
        List<JsonNode> lines = auditor.get("/audit/events?urn=" + URN)
                .body()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
        JsonNode closing = lines.getLast().get("closing");
        assertThat(closing.get("count").asInt()).isEqualTo(lines.size() - 1);
        String previous = "0".repeat(64);
        long position = 0;
        for (JsonNode event : lines.subList(0, lines.size() - 1)) {
            assertThat(event.get("previoushash").asString()).isEqualTo(previous);
            assertThat(event.get("position").asLong()).isGreaterThan(position);
            previous = event.get("hash").asString();
            position = event.get("position").asLong();
        }
        assertThat(closing.get("lastHash").asString()).isEqualTo(previous);
        assertThat(lines.toString()).doesNotContain("Canarybird").doesNotContain(Bodies.upn(1));
        JsonNode taken = lines.stream()
                .filter(event -> event.path("type").asString("").equals("register-taken.v1"))
                .findFirst()
                .orElseThrow();
        assertThat(taken.at("/data/marks/0/pupilId").asString()).isEqualTo("p1");
        assertThat(taken.at("/data/group").asString()).isEqualTo("3A");
    }

    @Test
    @Order(4)
    void whatIsRefusedIsNamedAndLeavesNoTrace() {
        Reply tooEarly = mis.put(SCHOOL + "/registers/2026-09-08/AM/3A", register(AT_EIGHT, List.of(mark("p1", "/"))));
        assertThat(tooEarly.status()).isEqualTo(422);
        Reply faults = mis.put(
                SCHOOL + "/registers/2026-09-07/PM/3A",
                register("2026-09-07T23:00:00Z", List.of(mark("p1", "H"), mark("nobody", "\\"), mark("p2", "L"))));
        assertThat(faults.status()).isEqualTo(422);
        assertThat(faults.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .contains("/takenAt", "/marks/0/code", "/marks/1/pupilId", "/marks/2/minutesLate");
        assertThat(mis.put(MONDAY_AM, "{\"takenAt\":").status()).isEqualTo(400);
        assertThat(mis.put(MONDAY_AM, register(AT_EIGHT, List.of(mark("p1", "/"))))
                        .status())
                .isEqualTo(409);
        Client other = Client.of(muster, "mis-integration", "954321");
        assertThat(other.get(MONDAY_AM).status()).isEqualTo(404);
        JsonNode untaken = officer.get(SCHOOL + "/registers/2026-09-07/PM/3A").json();
        assertThat(untaken.get("marks").isEmpty()).isTrue();
        assertThat(untaken.get("takenAt").isNull()).isTrue();
        assertThat(officer.get(SCHOOL + "/registers/2026-09-07/PM/9Z").status()).isEqualTo(404);
    }

    @Test
    @Order(5)
    void theTrialsClockOnlyGoesForward() {
        Client admin = Client.of(muster, "admin", "*");
        assertThat(mis.post("/dev/clock", "{}").status()).isEqualTo(403);
        Reply moved = admin.post("/dev/clock", "{\"advanceTo\":\"2026-09-07T13:30:00+01:00\"}");
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(admin.post("/dev/clock", "{\"advanceTo\":\"2026-09-07T12:00:00+01:00\"}")
                        .status())
                .isEqualTo(409);
        JsonNode board = officer.get(SCHOOL + "/registers?date=2026-09-07").json();
        assertThat(board.at("/items/1/state").asString()).isEqualTo("OVERDUE");
    }

    @Test
    @Order(6)
    void aRestartHasEverything() throws Exception {
        String before = officer.get(MONDAY_AM).body();
        assertThat(muster.stop()).isZero();
        muster = Standalone.start(data, Options.onFreePorts());
        speak();
        assertThat(officer.get(MONDAY_AM).body()).isEqualTo(before);
        assertThat(mis.put(SCHOOL, Bodies.school("hcat")).status()).isEqualTo(200);
    }

    @Test
    @Order(7)
    void noChildIsNamedInAnyLogTopicOrTable() throws IOException {
        muster.close();
        byte[] canary = "Canarybird".getBytes(StandardCharsets.UTF_8);
        byte[] upn = Bodies.upn(1).getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = Files.readAllBytes(file);
                assertThat(contains(content, canary) || contains(content, upn))
                        .as("%s names a child", data.relativize(file))
                        .isFalse();
            }
        }
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
