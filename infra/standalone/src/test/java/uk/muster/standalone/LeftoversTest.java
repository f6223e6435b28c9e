package uk.muster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private DataFolder folder;
    private Leftovers leftovers;
    private Process process;

    @BeforeEach
    void makeFolder() {
        folder = new DataFolder(temporary.resolve("data"));
        folder.makeUsable();
        leftovers = new Leftovers(folder, new Console(new PrintStream(printed, true, StandardCharsets.UTF_8)));
    }

    @AfterEach
    void endProcess() {
        process.destroyForcibly();
    }

    @Test
    void aServerOfThisFolderIsStoppedAndThatIsSaid() throws Exception {
        process = serverOf(folder.root());
        Leftovers.note(folder, "kafka", process.toHandle());
        leftovers.end();
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("kafka", "process " + process.pid(), "has been stopped");
        assertThat(folder.processFile("kafka")).doesNotExist();
    }

    @Test
    void aServerOfAnotherFolderIsLeftAlone() throws Exception {
        process = serverOf(temporary.resolve("data-of-others"));
        Leftovers.note(folder, "kafka", process.toHandle());
        leftovers.end();
        assertThat(process.isAlive()).isTrue();
        assertThat(printed.size()).isZero();
    }

    @Test
    void aProcessThatWasGivenTheIdAnewIsLeftAlone() throws Exception {
        process = serverOf(folder.root());
        var begun = process.info().startInstant().orElseThrow();
        var earlier = begun.minus(Duration.ofMinutes(1));
        DataFolder.writePrivate(folder.processFile("kafka"), process.pid() + " " + earlier + "\n");
        leftovers.end();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aPostgresOfWhichThereIsNoNoteIsFoundByItsOwn() throws Exception {
        var cluster = Files.createDirectories(Postgres.cluster(folder));
        process = server("-D", cluster.toString());
        Files.writeString(cluster.resolve("postmaster.pid"), process.pid() + "\n" + cluster + "\n");
        leftovers.end();
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    private static Process serverOf(Path data) throws IOException {
        return server("-Dmuster.data=" + data);
    }

    /** A process that waits, with these words on its command line. */
    private static Process server(String... words) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", "echo begun; read forever; exit"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).start();
        process.inputReader().readLine();
        return process;
    }
}
