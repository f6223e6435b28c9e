package uk.muster.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./muster backup}: copies the ledger and all beside it of a running instance into a file, and reads that back. */
@Command(
        name = "muster backup",
        description = "Copies a running instance's database into a file, and checks it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Backup implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", description = "The instance's data folder (default: ./data).")
    private Path data = Path.of("data");

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Where it is written (default: backups in the data folder).")
    private @Nullable Path to;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Backup()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            var folder = new DataFolder(data);
            var port = Instance.of(data)
                    .orElseThrow(() -> new LaunchProblem(
                            "No instance runs on %s: start it with ./muster up --data %s, or name its folder with --data."
                                    .formatted(folder.root(), data)))
                    .ports()
                    .get(Postgres.NAME);
            var target = to == null ? folder.backups() : to.toAbsolutePath();
            return new Programs(new Secrets(folder), port).backUp(target) ? 0 : 1;
        } catch (LaunchProblem problem) {
            System.err.println(problem.getMessage());
            return 1;
        }
    }
}
