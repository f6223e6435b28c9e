package uk.muster.benchmarks.morning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.muster.benchmarks.machine.Folders;
import uk.muster.benchmarks.machine.FollowUpPlace;
import uk.muster.benchmarks.machine.LedgerSize;
import uk.muster.kernel.calendar.London;
import uk.muster.standalone.Instance;
import uk.muster.standalone.LaunchProblem;
import uk.muster.standalone.Options;
import uk.muster.standalone.Standalone;
import uk.muster.standalone.Tokens;

/**
 * {@code ./muster bench morning}: England's morning, or a share of it, against an instance of its own in a temporary folder, or one that
 * runs. The exit code is 1 when a register was refused, lost, changed or not to be seen.
 */
@Command(
        name = "morning",
        description = "Plays the morning registers of England's schools, or of a share of them, one PUT each.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Morning implements Callable<Integer> {

    private static final String SYSTEM = "bench";
    private static final String LEDGER_READER = "muster_query";
    private static final String FOLLOW_UP_READER = "muster_command";
    private static final String DOCUMENTS = "documents";

    @Option(names = "--share", description = "The share of the schools, above 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double share = 0.012;

    @Option(names = "--mornings", description = "Mornings measured (default: ${DEFAULT-VALUE}).")
    private int mornings = 20;

    @Option(
            names = "--warm-up",
            description =
                    "Days before them, not measured, two thirds of them with both sessions (default: ${DEFAULT-VALUE}).")
    private int warmUp = 36;

    @Option(
            names = "--connections",
            description = "Connections, one request in flight on each (default: ${DEFAULT-VALUE}).")
    private int connections = 192;

    @Option(names = "--seed", description = "Another seed draws other marks (default: ${DEFAULT-VALUE}).")
    private long seed = 2026;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of a running instance without these schools (default: a new instance).")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        try {
            MorningReport report = data == null ? onNewInstance() : run(running(data));
            System.out.println(report.json());
            return report.isGood() ? 0 : 1;
        } catch (LaunchProblem | IllegalStateException | IllegalArgumentException problem) {
            System.err.println(problem.getMessage());
            return 1;
        }
    }

    private MorningReport onNewInstance() throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory("muster-bench");
        try (Standalone standalone = Standalone.start(folder, Options.onFreePorts())) {
            LedgerSize ledger =
                    new LedgerSize(standalone.databaseUrl(), LEDGER_READER, standalone.databasePassword(LEDGER_READER));
            FollowUpPlace followUp = new FollowUpPlace(
                    standalone.databaseUrl(), FOLLOW_UP_READER, standalone.databasePassword(FOLLOW_UP_READER));
            return run(target(
                    standalone.instance(), standalone.tokens(), Optional.of(ledger), Optional.of(followUp), folder));
        } finally {
            Folders.delete(folder);
        }
    }

    private static Target running(Path folder) {
        Instance instance = Instance.of(folder)
                .orElseThrow(() -> new IllegalStateException(
                        "No Muster runs on %s: start one with ./muster up, or leave --data out.".formatted(folder)));
        return target(instance, Tokens.of(folder), Optional.empty(), Optional.empty(), folder);
    }

    private static Target target(
            Instance instance,
            Tokens tokens,
            Optional<LedgerSize> ledger,
            Optional<FollowUpPlace> followUp,
            Path folder) {
        List<String> everySchool = List.of(Tokens.EVERY_SCHOOL);
        return new Target(
                instance.commands(),
                instance.queries(),
                tokens.issue(SYSTEM, List.of("mis-integration"), everySchool),
                tokens.issue(SYSTEM, List.of("auditor"), everySchool),
                instance.processes(),
                ledger,
                followUp,
                folder.resolve(DOCUMENTS));
    }

    private MorningReport run(Target target) throws IOException, SQLException, InterruptedException {
        return new MorningRun(
                        target,
                        new MorningOptions(share, warmUp, mornings, connections, seed),
                        LocalDate.now(London.ZONE))
                .run();
    }
}
