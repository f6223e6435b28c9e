package uk.muster.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.muster.simulator.http.Callers;
import uk.muster.simulator.http.MusterClient;
import uk.muster.simulator.http.Refused;

class DemoRunTest {

    private static final Instant NOW = Instant.parse("2026-09-10T11:00:00Z");

    private ContractServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ContractServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theTermIsPostedUpToNowAndNoFurther() {
        String printed = demo(NOW, 1);

        assertThat(server.registers().keySet())
                .anyMatch(register -> register.contains("/2026-09-10/AM/"))
                .noneMatch(register -> register.contains("/2026-09-10/PM/"))
                .noneMatch(register -> register.contains("/2026-09-11/"));
        assertThat(printed)
                .contains("simulated", "national", "possible sessions")
                .contains("\nC2 ");
    }

    @Test
    void aSecondRunRecordsNothingAndALaterOneOnlyWhatIsNew() {
        demo(NOW, 1);
        int first = server.written();
        Map<String, Object> pupils = new TreeMap<>(server.pupils());

        demo(NOW, 1);
        assertThat(server.written()).isEqualTo(first);
        assertThat(server.pupils()).isEqualTo(pupils);

        demo(NOW.plusSeconds(86_400), 1);
        assertThat(server.written()).isGreaterThan(first);
    }

    @Test
    void aRefusalStopsTheDemoWithTheProblem() {
        demo(NOW, 1);

        assertThatThrownBy(() -> demo(NOW, 2)).isInstanceOf(Refused.class).hasMessageContaining("409");
    }

    @Test
    void aMarkThatTheReadSideDoesNotShowIsNoticed() {
        demo(NOW, 1);
        server.forgetOneMark();

        assertThatThrownBy(() -> demo(NOW, 1)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void theTourLeadsToAnAmendment() {
        DemoRun run = new DemoRun(callers(), NOW, 1);

        assertThat(new DemoTour(server.address(), Path.of("data")).of(run.posted()))
                .contains("./muster token --role head --urn 900001", "/chronology", "/audit/amendments?urn=900001");
    }

    private String demo(Instant now, long seed) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new DemoRun(callers(), now, seed).post(new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Callers callers() {
        MusterClient client = new MusterClient(HttpClient.newHttpClient(), server.address(), "token");
        return new Callers(client, client, client);
    }
}
