package uk.muster.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./muster restore}: puts a backup into a data folder that has no ledger, from which {@code ./muster up} then starts. */
@Command(
        name = "muster restore",
        description = "Checks a backup and puts it into a data folder without a ledger.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Restore implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(50);

    @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default: ./data).")
    private Path data = Path.of("data");

    @Option(
            names = "--master-key",
            paramLabel = "FILE",
            description = "The master key that the backup's keys are wrapped by, where the folder does not have it.")
    private @Nullable Path masterKey;

    @Option(
            names = "--destroyed",
            paramLabel = "FILE",
            description = "A list of destroyed keys beside the one that lies by the backup; may be given again.")
    private List<Path> destroyed = List.of();

    @Option(
            names = "--published",
            paramLabel = "FILE",
            description = "A checkpoint that was kept elsewhere; may be given again.")
    private List<Path> published = List.of();

    public static void main(String[] args) {
        System.exit(new CommandLine(new Restore()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return restore() ? 0 : 1;
        } catch (LaunchProblem problem) {
            System.err.println(problem.getMessage());
            return 1;
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The data folder %s cannot be used (%s).".formatted(data, e.getMessage()));
            return 1;
        }
    }

    private boolean restore() throws IOException, InterruptedException {
        var folder = new DataFolder(data);
        folder.makeUsable();
        var lock = FolderLock.take(folder);
        try {
            prepare(folder);
            var secrets = new Secrets(folder);
            secrets.make();
            int port = new Ports().free();
            var postgres = new Postgres(folder, secrets, port, PostgresPrograms.forThisMachine(folder));
            boolean restored;
            try {
                postgres.prepare();
                restored = withRunning(folder, postgres, () -> new Programs(secrets, port).restore(arguments(folder)));
            } catch (IOException | InterruptedException | LaunchProblem e) {
                leaveNothing(folder);
                throw e;
            }
            if (!restored) {
                leaveNothing(folder);
            }
            return restored;
        } finally {
            lock.release();
        }
    }

    /** A key that is made anew would open nothing of what the backup holds. */
    private void prepare(DataFolder folder) throws IOException {
        if (Files.exists(Postgres.cluster(folder))) {
            throw new LaunchProblem(
                    "There is a ledger in %s: a backup is put into a folder without one. Move its postgresql, kafka and documents away, or choose another folder with --data."
                            .formatted(folder.root()));
        }
        DataFolder.makePrivate(folder.log(Postgres.NAME).getParent());
        if (masterKey != null) {
            DataFolder.writePrivate(folder.masterKey(), Files.readString(masterKey));
        }
        if (Files.notExists(folder.masterKey())) {
            throw new LaunchProblem(
                    "The master key is missing, which is no part of a backup: name the copy that was kept apart with --master-key.");
        }
    }

    private List<String> arguments(DataFolder folder) throws IOException {
        var arguments = new ArrayList<>(List.of(
                file.toAbsolutePath().toString(),
                "--journal-to",
                DataFolder.makePrivate(folder.backups()).toString()));
        destroyed.forEach(each ->
                arguments.addAll(List.of("--destroyed", each.toAbsolutePath().toString())));
        published.forEach(each ->
                arguments.addAll(List.of("--published", each.toAbsolutePath().toString())));
        return arguments;
    }

    private interface Work {
        boolean run() throws IOException, InterruptedException;
    }

    private static boolean withRunning(DataFolder folder, Postgres postgres, Work work)
            throws IOException, InterruptedException {
        var log = folder.log(Postgres.NAME);
        var process = postgres.command()
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            var until = Instant.now().plus(PATIENCE);
            while (!postgres.answers(process.toHandle())) {
                if (!process.isAlive() || Instant.now().isAfter(until)) {
                    throw new LaunchProblem("PostgreSQL does not start; %s says why.".formatted(log));
                }
                LockSupport.parkNanos(PROBE_INTERVAL.toNanos());
            }
            return work.run();
        } finally {
            postgres.askToEnd(process.toHandle());
            if (!process.waitFor(PATIENCE)) {
                process.destroyForcibly();
            }
        }
    }

    /** So that the next attempt finds no half of a ledger. */
    private static void leaveNothing(DataFolder folder) throws IOException {
        if (Files.exists(Postgres.cluster(folder))) {
            DataFolder.delete(Postgres.cluster(folder));
        }
    }
}
