package uk.muster.benchmarks.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MorningRunTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int CLASSES = 54;

    @TempDir
    private Path folder;

    @Test
    void aRunThatLosesNothingIsGood() throws Exception {
        JsonNode report = run(register -> false);

        assertThat(report.path("good").asBoolean()).isTrue();
        assertThat(report.path("registers").asInt()).isEqualTo(2 * CLASSES);
        assertThat(report.path("marks").asInt()).isEqualTo(2 * CLASSES * 30);
        assertThat(report.path("comparison").path("acknowledged").asInt()).isEqualTo(7 * CLASSES);
        assertThat(report.path("comparison").path("inLedger").asInt()).isEqualTo(7 * CLASSES);
        assertThat(report.path("writeMillis").path("p99").asDouble()).isPositive();
        assertThat(report.path("freshnessMillis").path("samples").asInt()).isPositive();
        assertThat(report.path("processorSeconds").has("load-generator")).isTrue();
    }

    @Test
    void aRegisterThatWasAcknowledgedAndIsNowhereIsFound() throws Exception {
        JsonNode report = run(register -> register.startsWith("100002/2026-11-20/AM/c3"));

        assertThat(report.path("good").asBoolean()).isFalse();
        assertThat(report.path("comparison").path("lost").asInt()).isEqualTo(1);
        assertThat(report.path("comparison").path("unreadable").asInt()).isEqualTo(1);
    }

    private JsonNode run(Predicate<String> forgets) throws Exception {
        try (ContractServer server = new ContractServer(forgets)) {
            Target target = new Target(
                    server.address(), server.address(), "t", "t", Map.of(), Optional.empty(), Optional.empty(), folder);
            String json = new MorningRun(target, new MorningOptions(0.0002, 3, 2, 8, 1), TODAY)
                    .run()
                    .json();
            return JsonMapper.builder().build().readTree(json);
        }
    }
}
