package uk.muster.benchmarks.years;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.muster.benchmarks.machine.Folders;
import uk.muster.benchmarks.machine.LedgerSize;
import uk.muster.standalone.LaunchProblem;
import uk.muster.standalone.Options;
import uk.muster.standalone.Standalone;
import uk.muster.standalone.Tokens;
import uk.muster.verifier.proof.BrokenNoteException;

/**
 * {@code ./muster bench years}: some years of a large school, lived with a clock of its own, against an instance of its own: in a temporary folder, or in
 * one that is kept and can be measured again. The exit code is 1 when an answer was wrong or refused, or the export does not hold.
 */
@Command(
        name = "years",
        description = "Lives some years at a school, and times what was known when, the check of its export and the"
                + " console's pages.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Years implements Callable<Integer> {

    private static final String SYSTEM = "bench";
    private static final String LEDGER_READER = "muster_query";
    private static final String QUERIES = "query-service";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Says which school is in a folder that is kept, once all of it is. */
    private static final String POSTED = "bench-years.txt";

    @Option(names = "--pupils", description = "Pupils of the school in each year (default: ${DEFAULT-VALUE}).")
    private int pupils = 1_000;

    @Option(names = "--years", description = "School years (default: ${DEFAULT-VALUE}).")
    private int years = 6;

    @Option(
            names = "--corrections",
            description = "Amendments of a school day, beside those of yesterday's N (default: ${DEFAULT-VALUE}).")
    private int corrections = 4;

    @Option(
            names = "--warm-up",
            description = "Questions of each kind before any is timed (default: ${DEFAULT-VALUE}).")
    private int warmUp = 1_000;

    @Option(names = "--samples", description = "Questions of each kind that are timed (default: ${DEFAULT-VALUE}).")
    private int samples = 1_000;

    @Option(
            names = "--page-samples",
            description = "Times that each page of the console is asked for; 0 for none (default: ${DEFAULT-VALUE}).")
    private int pageSamples = 200;

    @Option(
            names = "--connections",
            description = "Connections, one request in flight on each (default: ${DEFAULT-VALUE}).")
    private int connections = 64;

    @Option(names = "--seed", description = "Another seed draws other marks (default: ${DEFAULT-VALUE}).")
    private long seed = 2026;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps the instance's data there; the school that is there already is measured again and not"
                    + " posted (default: a temporary folder).")
    private @Nullable Path data;

    @Option(
            names = "--rebuild",
            description = "Builds the read models of a folder that was kept anew, before anything is measured.")
    private boolean rebuild;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException, BrokenNoteException {
        try {
            YearsOptions options =
                    new YearsOptions(pupils, years, corrections, warmUp, samples, pageSamples, connections, seed);
            return (data == null ? inTemporaryFolder(options) : run(data, options)) ? 0 : 1;
        } catch (LaunchProblem | IllegalStateException | IllegalArgumentException problem) {
            System.err.println(problem.getMessage());
            return 1;
        }
    }

    private boolean inTemporaryFolder(YearsOptions options)
            throws IOException, SQLException, InterruptedException, BrokenNoteException {
        Path folder = Files.createTempDirectory("muster-bench");
        try {
            return run(folder, options);
        } finally {
            Folders.delete(folder);
        }
    }

    /** @return whether the run was good; its report is printed before the instance is ended */
    private boolean run(Path folder, YearsOptions options)
            throws IOException, SQLException, InterruptedException, BrokenNoteException {
        School school = School.of(options);
        boolean isThere = isPosted(folder, options);
        Options start = Options.onFreePorts();
        if (!isThere) {
            start = start.withClock(school.time().begun());
        } else if (rebuild) {
            start = start.withRebuild();
        }
        try (Standalone standalone = Standalone.start(folder, start)) {
            YearsRun run = new YearsRun(target(standalone, folder), options, school);
            Optional<Posted> posted = isThere ? Optional.empty() : Optional.of(run.post());
            Files.writeString(folder.resolve(POSTED), options.school());
            if (isThere && rebuild) {
                run.awaitRebuilt();
            }
            YearsReport report = run.measure(posted, folder, () -> {
                standalone.kill(QUERIES);
                standalone.awaitReady(PATIENCE);
            });
            System.out.print(report.table());
            System.out.println(report.json());
            return report.isGood();
        }
    }

    private static boolean isPosted(Path folder, YearsOptions options) throws IOException {
        Path posted = folder.resolve(POSTED);
        if (Files.notExists(posted)) {
            return false;
        }
        String school = Files.readString(posted);
        if (!school.equals(options.school())) {
            throw new IllegalArgumentException(
                    "The school in %s has %s, and %s were asked for.".formatted(folder, school, options.school()));
        }
        return true;
    }

    private static YearsTarget target(Standalone standalone, Path folder) {
        Tokens tokens = standalone.tokens();
        List<String> everySchool = List.of(Tokens.EVERY_SCHOOL);
        return new YearsTarget(
                standalone.commands(),
                standalone.queries(),
                tokens.issue(SYSTEM, List.of("mis-integration"), everySchool),
                tokens.issue(SYSTEM, List.of("head"), everySchool),
                tokens.issue(SYSTEM, List.of("auditor"), everySchool),
                tokens.issue(SYSTEM, List.of("admin"), everySchool),
                new LedgerSize(standalone.databaseUrl(), LEDGER_READER, standalone.databasePassword(LEDGER_READER)),
                folder.resolve("documents"),
                folder.resolve("checkpoint-key.pub"));
    }
}
