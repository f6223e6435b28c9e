package uk.muster.benchmarks.firstday;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.muster.benchmarks.machine.Folders;
import uk.muster.benchmarks.machine.LedgerSize;
import uk.muster.standalone.LaunchProblem;
import uk.muster.standalone.Options;
import uk.muster.standalone.Standalone;
import uk.muster.standalone.Tokens;

/**
 * {@code ./muster bench first-day}: the pupils of whom nobody knows on one morning, 462,000 in the worst case or a share of them, against an instance
 * of its own in a temporary folder, since it needs a clock of its own. The exit code is 1 when a case or a step is lost, or there twice.
 */
@Command(
        name = "first-day",
        description = "Opens the cases of one morning's unexplained pupils, or of a share of them, and lets their"
                + " deadlines fall due at once.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class FirstDay implements Callable<Integer> {

    private static final String SYSTEM = "bench";
    private static final String LEDGER_READER = "muster_query";

    @Option(
            names = "--share",
            description = "The share of 462,000 unexplained pupils, above 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double share = 0.01;

    @Option(
            names = "--connections",
            description = "Connections, one request in flight on each (default: ${DEFAULT-VALUE}).")
    private int connections = 64;

    @Option(names = "--seed", description = "Another seed draws other pupils (default: ${DEFAULT-VALUE}).")
    private long seed = 2026;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory("muster-bench");
        try (Standalone standalone =
                Standalone.start(folder, Options.onFreePorts().withClock(FirstDayRun.BEGUN))) {
            FirstDayReport report =
                    new FirstDayRun(target(standalone), new FirstDayOptions(share, connections, seed)).run();
            System.out.println(report.json());
            return report.isGood() ? 0 : 1;
        } catch (LaunchProblem | IllegalStateException problem) {
            System.err.println(problem.getMessage());
            return 1;
        } finally {
            Folders.delete(folder);
        }
    }

    private static FirstDayTarget target(Standalone standalone) {
        Tokens tokens = standalone.tokens();
        List<String> everySchool = List.of(Tokens.EVERY_SCHOOL);
        return new FirstDayTarget(
                standalone.commands(),
                tokens.issue(SYSTEM, List.of("mis-integration"), everySchool),
                tokens.issue(SYSTEM, List.of("admin"), everySchool),
                standalone.instance().processes(),
                new LedgerSize(standalone.databaseUrl(), LEDGER_READER, standalone.databasePassword(LEDGER_READER)));
    }
}
