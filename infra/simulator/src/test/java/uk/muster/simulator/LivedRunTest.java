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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.muster.simulator.http.Callers;
import uk.muster.simulator.http.MusterClient;
import uk.muster.simulator.http.StaffCallers;
import uk.muster.simulator.http.TrialClock;

/** The last four days of a term, lived with a server that takes nothing from the future and lets an N become O. */
class LivedRunTest {

    private static final Instant START = Instant.parse("2026-12-15T07:00:00Z");

    private ContractServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ContractServer();
        server.startClock(START);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theClockIsMovedToTheEndOfTheTermAndTheReadSideAgrees() {
        String printed = live();

        assertThat(server.clock()).contains(Instant.parse("2026-12-18T18:00:00Z"));
        assertThat(server.registers().keySet()).anyMatch(register -> register.contains("/2026-12-18/PM/"));
        assertThat(printed.lines().filter(line -> line.contains("week of 2026-12-14")))
                .hasSize(1);
    }

    @Test
    void anotherRunChangesNothing() {
        live();
        int first = server.written();

        live();
        assertThat(server.written()).isEqualTo(first);
    }

    @Test
    void aMarkThatTheReadSideDoesNotShowIsNoticed() {
        live();
        server.forgetOneMark();

        assertThatThrownBy(this::live).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aClockAfterEveryPublishedTermIsRefusedWithASentence() {
        assertThatThrownBy(() -> run(Instant.parse("2030-01-01T08:00:00Z")))
                .isInstanceOf(DemoMismatch.class)
                .hasMessageContaining("start an instance with an earlier --clock");
    }

    @Test
    void theTourNamesTheChildrenWhoseStoriesWereTold() {
        String tour =
                new LivedTour(server.address(), Path.of("data")).of(run(START).terms());

        assertThat(tour)
                .contains("./muster token --role safeguarding-lead", "whose family nobody ever reached, 12 school days")
                .contains("/chronology?from=2026-09-");
    }

    private String live() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        run(server.clock().orElseThrow()).live(new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private LivedRun run(Instant now) {
        MusterClient client = new MusterClient(HttpClient.newHttpClient(), server.address(), "token");
        return new LivedRun(
                new Callers(client, client, client),
                new StaffCallers(client, client, client, client),
                new TrialClock(client),
                now,
                1);
    }
}
