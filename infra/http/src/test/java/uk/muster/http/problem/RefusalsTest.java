package uk.muster.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import uk.muster.http.Answer;
import uk.muster.http.SampleApplication;
import uk.muster.http.SampleService;
import uk.muster.http.Tokens;
import uk.muster.http.body.Body;

class RefusalsTest {

    private static final String REGISTER = "/api/v1/schools/100001/registers/2026-09-07/AM/7A";
    private static final Tokens PROVIDER = Tokens.rsa();
    private static final String MIS = PROVIDER.of("mis-integration", "100001");
    private static final String ADMIN = PROVIDER.of("admin", "*");

    @TempDir
    static Path folder;

    private static SampleService service;

    @BeforeAll
    static void start() throws IOException {
        service = SampleService.start(PROVIDER.writePublicKey(folder), SampleApplication.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpRequest.Builder as(String token, String path) {
        return HttpRequest.newBuilder(service.uri(path)).header("Authorization", "Bearer " + token);
    }

    @Test
    void a_register_that_is_right_is_taken() {
        Answer answer = service.put(REGISTER, MIS, """
                {"takenAt":"2026-09-07T08:45:00+01:00",
                 "takenBy":{"id":"t-114","name":"R. Okafor","position":"Class teacher"},
                 "marks":[{"pupilId":"p1","code":"/"},{"pupilId":"p2","code":"L","minutesLate":7}]}
                """);

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().path("urn").stringValue()).isEqualTo("100001");
        assertThat(answer.json().path("group").stringValue()).isEqualTo("7A");
        assertThat(answer.json().path("takenAt").stringValue()).isEqualTo("2026-09-07T07:45:00.000000Z");
        assertThat(answer.json().path("marks").intValue()).isEqualTo(2);
    }

    @Test
    void every_fault_of_a_body_is_listed_at_once() {
        Answer answer = service.put(REGISTER, MIS, """
                {"takenAt":"2026-09-07T08:45:00","takenBy":{"id":"t-114","name":"  "},
                 "marks":[{"pupilId":"p 1","code":"/"},{"code":"PRESENT","minutesLate":361}]}
                """).isProblem(422, "invalid");

        assertThat(answer.pointers())
                .containsExactly(
                        "/takenAt",
                        "/takenBy/name",
                        "/takenBy/position",
                        "/marks/0/pupilId",
                        "/marks/1/pupilId",
                        "/marks/1/code",
                        "/marks/1/minutesLate");
    }

    @Test
    void a_wrong_type_makes_the_body_malformed_and_still_lists_the_rest() {
        Answer answer = service.put(REGISTER, MIS, """
                {"takenAt":5,"takenBy":{"id":"t","name":"n"},"marks":[{"pupilId":"p1","code":"/","minutesLate":"7"}]}
                """).isProblem(400, "malformed");

        assertThat(answer.pointers()).containsExactly("/takenAt", "/takenBy/position", "/marks/0/minutesLate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{}{}", "{\"a\":1,\"a\":2}", "{'a':1}"})
    void what_is_not_one_object_is_malformed(String body) {
        service.put(REGISTER, MIS, body).isProblem(400, "malformed");
    }

    @Test
    void a_body_over_the_limit_is_413_whether_its_length_is_announced_or_not() {
        byte[] large = new byte[Body.LARGEST + 1];
        var announced = as(MIS, REGISTER)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(large));
        var chunked = as(MIS, REGISTER)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)));

        service.send(announced).isProblem(413, "too-large");
        service.send(chunked).isProblem(413, "too-large");
    }

    @Test
    void a_body_nested_too_deeply_is_413() {
        service.put(REGISTER, MIS, "{\"a\":" + "[".repeat(10_000)).isProblem(413, "too-large");
    }

    @Test
    void another_media_type_is_415() {
        var form = as(MIS, REGISTER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(HttpRequest.BodyPublishers.ofString("a=b"));
        var nonsense = as(MIS, REGISTER).header("Content-Type", ";;").PUT(HttpRequest.BodyPublishers.ofString("{}"));

        service.send(form).isProblem(415, "unsupported-media-type");
        service.send(nonsense).isProblem(415, "unsupported-media-type");
    }

    @Test
    void a_charset_beside_json_is_allowed() {
        var request = as(MIS, REGISTER)
                .header("Content-Type", "application/json;charset=UTF-8")
                .PUT(HttpRequest.BodyPublishers.ofString("{}"));

        service.send(request).isProblem(422, "invalid");
    }

    @Test
    void an_answer_that_nobody_accepts_is_406() {
        service.send(as(MIS, "/api/v1/schools/100001").header("Accept", "image/png"))
                .isProblem(406, "not-acceptable");
    }

    @Test
    void another_method_is_405_and_names_those_allowed() {
        Answer answer = service.send(as(MIS, "/api/v1/schools/100001").DELETE()).isProblem(405, "method-not-allowed");

        assertThat(answer.header("Allow")).isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/schools/1000/registers/2026-09-07/AM/7A",
                "/api/v1/schools/100001/registers/2026-02-30/AM/7A",
                "/api/v1/schools/100001/registers/7-9-2026/AM/7A",
                "/api/v1/schools/100001/registers/2026-09-07/am/7A",
                "/api/v1/schools/100001/registers/2026-09-07/AM/7%20A"
            })
    void a_path_that_does_not_read_is_400_and_is_not_repeated(String path) {
        service.put(path, MIS, "{}").isProblem(400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1//schools/100001", "/api/v1/schools/100001;x=1", "/api/v1/schools/100001%2Fx"})
    void a_path_that_the_firewall_stops_is_a_problem_too(String path) {
        service.get(path, MIS).isProblem(400, "malformed");
    }

    @Test
    void what_the_container_itself_cannot_read_is_a_problem_too() throws IOException {
        assertThat(unreadable("/api/v1/schools/<name>"))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json")
                .contains("/problems/malformed")
                .doesNotContain("Tomcat");
    }

    @Test
    void nothing_that_was_sent_reaches_the_log() throws IOException {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        lines.start();
        root.addAppender(lines);
        try {
            unreadable("/api/v1/pupils/<Amelia>");
            service.get("/api/v1/pupils/Amelia", ADMIN);
            service.get("/api/v1//Amelia", ADMIN);
            service.get("/api/v1/unforeseen", ADMIN);
            service.get("/api/v1/schools/Amelia", MIS);
            service.get("/api/v1/audit/events?urn=Amelia", PROVIDER.of("auditor", "*"));
            service.put(REGISTER, MIS, "{\"takenBy\":\"Amelia\",\"Amelia\"");
            service.put("/api/v1/echo", ADMIN, "{\"name\":Amelia}");
        } finally {
            root.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.startsWith("Unforeseen"));
        assertThat(lines.list)
                .noneMatch(line -> line.getFormattedMessage().contains("Amelia"))
                .noneMatch(line -> line.getThrowableProxy() != null);
    }

    /** The answer to a request line that holds characters no request line may hold. */
    private static String unreadable(String path) throws IOException {
        try (Socket socket = new Socket("localhost", service.port());
                OutputStream out = socket.getOutputStream()) {
            out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_missing_parameter_is_400() {
        String auditor = PROVIDER.of("auditor", "*");

        service.get("/api/v1/audit/events", auditor).isProblem(400, "malformed");
        service.get("/api/v1/audit/events?urn=", auditor).isProblem(400, "malformed");
    }

    @Test
    void a_limit_out_of_range_is_422_and_one_that_is_no_number_400() {
        String auditor = PROVIDER.of("auditor", "*");

        service.get("/api/v1/audit/events?urn=100001&limit=1001", auditor).isProblem(422, "invalid");
        service.get("/api/v1/audit/events?urn=100001&limit=0", auditor).isProblem(422, "invalid");
        service.get("/api/v1/audit/events?urn=100001&limit=ten", auditor).isProblem(400, "malformed");
    }

    @Test
    void an_instant_whose_plus_sign_was_not_escaped_is_understood() {
        Answer answer = service.get(
                "/api/v1/audit/events?urn=100001&asOf=2026-09-07T09:00:00+01:00", PROVIDER.of("auditor", "*"));

        assertThat(answer.json().path("nextCursor").stringValue()).isEqualTo("2026-09-07T08:00:00Z");
    }

    @Test
    void the_last_page_says_that_there_is_no_next() {
        Answer answer = service.get("/api/v1/audit/events?urn=100001", PROVIDER.of("auditor", "*"));

        assertThat(answer.response().body()).isEqualTo("{\"items\":[\"100001\"],\"nextCursor\":null}");
    }

    @Test
    void a_position_that_was_never_answered_is_400() {
        service.send(as(ADMIN, "/api/v1/awaited").header("Muster-Await", "soon"))
                .isProblem(400, "malformed");
        service.get("/api/v1/awaited", ADMIN).isProblem(400, "malformed");
        assertThat(service.send(as(ADMIN, "/api/v1/awaited").header("Muster-Await", "3.17,1.4"))
                        .json()
                        .path("position")
                        .stringValue())
                .isEqualTo("1.4,3.17");
    }

    @Test
    void a_body_that_spring_reads_is_400_when_it_cannot() {
        service.put("/api/v1/echo", ADMIN, "{").isProblem(400, "malformed");
    }

    @Test
    void a_store_that_is_away_is_503_with_whole_seconds_to_wait() {
        assertThat(service.get("/api/v1/away", ADMIN).isProblem(503, "away").header("Retry-After"))
                .isEqualTo("2");
        assertThat(service.get("/api/v1/crowded", ADMIN)
                        .isProblem(429, "too-many-requests")
                        .header("Retry-After"))
                .isEqualTo("3");
    }

    @Test
    void an_unforeseen_fault_tells_a_correlation_and_nothing_else() {
        Answer answer = service.get("/api/v1/unforeseen", ADMIN).isProblem(500, "fault");

        assertThat(answer.json().path("correlation").stringValue()).hasSize(36);
        assertThat(answer.response().body()).doesNotContain("Amelia");
    }

    @Test
    void a_trace_for_the_log_has_types_and_frames_but_no_messages() {
        String trace = Traces.withoutMessages(
                new IllegalStateException("Amelia Example", new RuntimeException("born 2015-03-01")));

        assertThat(trace)
                .contains("java.lang.IllegalStateException")
                .contains("Caused by: java.lang.RuntimeException")
                .contains("RefusalsTest")
                .doesNotContain("Amelia")
                .doesNotContain("2015");
    }

    @Test
    void head_is_answered_without_a_body() {
        var head = as(MIS, "/api/v1/schools/100001").method("HEAD", HttpRequest.BodyPublishers.noBody());

        assertThat(service.send(head).status()).isEqualTo(200);
    }
}
