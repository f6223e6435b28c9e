package uk.muster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8));
    private final LinkedBlockingQueue<ProcessHandle> starts = new LinkedBlockingQueue<>();
    private DataFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new DataFolder(temporary);
        folder.makeUsable();
    }

    @Test
    void aServerThatIsKilledIsStartedAgainAndThatIsSaid() throws Exception {
        var keeper = keeper("read forever");
        keeper.start();
        keeper.awaitReady(PATIENCE);
        var first = nextStart();
        first.destroyForcibly();
        var second = nextStart();
        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("shell", "ended with exit code 137", "starting it again");
        keeper.end(PATIENCE);
        assertThat(second.isAlive()).isFalse();
    }

    @Test
    void aServerThatCannotStartIsGivenUpWithTheEndOfItsLog() throws Exception {
        var keeper = keeper("echo the reason; exit 3");
        keeper.start();
        assertThatThrownBy(() -> keeper.awaitReady(PATIENCE))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("the reason");
        assertThat(Files.readAllLines(folder.log("shell")))
                .filteredOn("the reason"::equals)
                .hasSize(3);
    }

    @Test
    void aServerThatDoesNotEndWhenAskedIsKilled() throws Exception {
        var keeper = keeper("trap '' TERM; read forever");
        keeper.start();
        keeper.awaitReady(PATIENCE);
        var process = nextStart();
        keeper.end(Duration.ofMillis(300));
        assertThat(process.isAlive()).isFalse();
        assertThat(folder.processFile("shell")).doesNotExist();
    }

    @Test
    void logsOfEarlierStartsAreKeptUnderOtherNames() throws Exception {
        for (int start = 1; start <= 2; start++) {
            var keeper = keeper("echo start " + start + "; read forever");
            keeper.start();
            keeper.awaitReady(PATIENCE);
            keeper.end(PATIENCE);
        }
        assertThat(folder.log("shell")).content().contains("start 2");
        assertThat(Path.of(folder.log("shell") + ".1")).content().contains("start 1");
    }

    private ProcessHandle nextStart() throws InterruptedException {
        var next = starts.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    /** Keeps a shell, whose script is ready as soon as it has printed something or waits for input. */
    private Keeper keeper(String script) {
        var keeper = new Keeper[1];
        keeper[0] = new Keeper(
                new Shell(script, folder),
                folder,
                console,
                () -> keeper[0].process().ifPresent(starts::add));
        return keeper[0];
    }

    private record Shell(String script, DataFolder folder) implements Server {

        @Override
        public String name() {
            return "shell";
        }

        @Override
        public ProcessBuilder command() {
            return new ProcessBuilder("sh", "-c", "echo begun; " + script);
        }

        @Override
        public boolean answers(ProcessHandle process) {
            try {
                return script.endsWith("read forever") && Files.size(folder.log(name())) > 0;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
