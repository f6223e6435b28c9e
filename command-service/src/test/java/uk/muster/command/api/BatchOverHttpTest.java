package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.command.api.InventedSchool.register;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.muster.command.api.RunningCommandService.Reply;

/** Batches of registers as a client meets them. */
class BatchOverHttpTest {

    @TempDir
    static Path folder;

    private static RunningCommandService service;
    private static String mis;

    @BeforeAll
    static void start() {
        service = RunningCommandService.start(folder);
        mis = service.token("mis-integration", "*");
        InventedSchool.open(service, mis, "900001", "hcat", "");
        InventedSchool.admit(service, mis, "900001", "p1", "H801200001001", "3A");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String line(String date, String code) {
        return "{\"urn\":\"900001\",\"date\":\"" + date + "\",\"session\":\"AM\",\"group\":\"3A\","
                + register("{\"pupilId\":\"p1\",\"code\":\"" + code + "\"}").substring(1);
    }

    private static Reply post(String body, String... key) {
        Map<String, String> type = Map.of("Content-Type", "application/x-ndjson");
        Map<String, String> keyed =
                Map.of("Content-Type", "application/x-ndjson", "Idempotency-Key", String.join("", key));
        return service.send(mis, "POST", "/registers:batch", body, key.length == 0 ? type : keyed);
    }

    @Test
    void eachLineIsAnsweredAndNoneSpoilsAnother() {
        String good = line("2025-09-17", "/");
        Reply reply = post(good + "\n{nonsense\n" + good.replace("\"AM\"", "\"PM\"") + "\n" + good + "\n");
        assertThat(reply.status()).isEqualTo(200);
        String[] lines = reply.response().body().split("\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).contains("\"line\":1", "\"status\":201", "900001/2025-09-17/AM/3A");
        assertThat(lines[1]).contains("\"line\":2", "\"status\":400", "\"problem\"");
        assertThat(lines[2]).contains("\"line\":3", "\"status\":422");
        assertThat(lines[3]).contains("\"line\":4", "\"status\":200");
        assertThat(reply.header("Muster-Position")).isNotEmpty();
    }

    @Test
    void everyFaultOfALineIsNamedAtOnce() {
        String two = line("2025-09-23", "QQ").replace(",\"position\":\"Class teacher\"", "");
        Reply reply =
                post(two + "\n" + two.replace("\"date\":\"2025-09-23\",", "") + "\n" + line("2025-09-23", "/") + "\n");
        String[] lines = reply.response().body().split("\n");
        assertThat(lines[0]).contains("\"status\":422", "/takenBy/position", "/marks/0/code");
        assertThat(lines[1])
                .contains("\"status\":422", "/date", "/takenBy/position")
                .doesNotContain("/marks");
        assertThat(lines[2]).as("nothing of the first was recorded").contains("\"status\":201");
    }

    @Test
    void anIdempotencyKeyGivesTheFirstAnswerAgainAndIsGoodForOneBodyOnly() {
        String key = UUID.randomUUID().toString();
        String body = line("2025-09-18", "/") + "\n" + line("2025-09-18", "I") + "\n";
        Reply first = post(body, key);
        assertThat(first.response().body()).contains("\"status\":201", "\"status\":409");
        Reply again = post(body, key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Muster-Position")).isNotEmpty();
        assertThat(post(body).response().body()).as("without the key").contains("\"status\":200");

        Reply other = post(line("2025-09-19", "/"), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("type").asString()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(post(line("2025-09-19", "/")).response().body())
                .as("nothing of it was recorded")
                .contains("\"status\":201");
        assertThat(post(body, "a key").status()).isEqualTo(400);
    }

    @Test
    void aClassTeacherTakesRegistersOneByOne() {
        String teacher = service.token("class-teacher", "900001");
        assertThat(service.send(
                                teacher,
                                "POST",
                                "/registers:batch",
                                line("2025-09-22", "/"),
                                Map.of("Content-Type", "application/x-ndjson"))
                        .status())
                .isEqualTo(403);
    }
}
