package uk.muster.benchmarks.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.muster.benchmarks.machine.Folders;
import uk.muster.standalone.LaunchProblem;
import uk.muster.standalone.Options;
import uk.muster.standalone.Standalone;
import uk.muster.standalone.Tokens;

/**
 * {@code ./muster bench lists}: lists of a school of a thousand pupils and of its trust, timed while registers are taken, against an instance of its
 * own in a temporary folder, since it needs a clock of its own. The exit code is 1 when anything was refused or not to be seen.
 */
@Command(
        name = "lists",
        description = "Times the lists of a large school and of its trust while registers go on being taken.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Lists implements Callable<Integer> {

    private static final String SYSTEM = "bench";

    @Option(names = "--schools", description = "Schools of the trust (default: ${DEFAULT-VALUE}).")
    private int schools = 30;

    @Option(names = "--large", description = "Pupils of the large school (default: ${DEFAULT-VALUE}).")
    private int largePupils = 1_000;

    @Option(names = "--classes", description = "Classes of thirty of every other school (default: ${DEFAULT-VALUE}).")
    private int classes = 9;

    @Option(
            names = "--others",
            description = "Schools outside the trust, among whom writes are shared out (default: ${DEFAULT-VALUE}).")
    private int others = 70;

    @Option(
            names = "--days",
            description = "School days of registers posted before, up to 170 (default: ${DEFAULT-VALUE}).")
    private int days = 60;

    @Option(
            names = "--warm-up",
            description = "Questions of each list before any is timed (default: ${DEFAULT-VALUE}).")
    private int warmUp = 500;

    @Option(names = "--seconds", description = "For how long lists are timed (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(
            names = "--writes",
            description = "Registers a second meanwhile; England's morning of half an hour has 150"
                    + " (default: ${DEFAULT-VALUE}).")
    private int writes = 150;

    @Option(
            names = "--connections",
            description = "Connections for the history, one request in flight on each (default: ${DEFAULT-VALUE}).")
    private int connections = 64;

    @Option(names = "--seed", description = "Another seed draws other marks (default: ${DEFAULT-VALUE}).")
    private long seed = 2026;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("muster-bench");
        try (Standalone standalone =
                Standalone.start(folder, Options.onFreePorts().withClock(ListsRun.BEGUN))) {
            ListsOptions options = new ListsOptions(
                    schools, largePupils, classes, others, days, warmUp, seconds, writes, connections, seed);
            ListsReport report = new ListsRun(target(standalone), options).run();
            System.out.println(report.json());
            return report.isGood() ? 0 : 1;
        } catch (LaunchProblem | IllegalStateException | IllegalArgumentException problem) {
            System.err.println(problem.getMessage());
            return 1;
        } finally {
            Folders.delete(folder);
        }
    }

    private static ListsTarget target(Standalone standalone) {
        Tokens tokens = standalone.tokens();
        List<String> everySchool = List.of(Tokens.EVERY_SCHOOL);
        return new ListsTarget(
                standalone.commands(),
                standalone.instance().queries(),
                tokens.issue(SYSTEM, List.of("mis-integration"), everySchool),
                tokens.issue(SYSTEM, List.of("attendance-officer"), everySchool),
                standalone.instance().processes());
    }
}
