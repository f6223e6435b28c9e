package uk.muster.simulator;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.muster.simulator.http.Callers;
import uk.muster.simulator.http.MusterClient;
import uk.muster.simulator.http.Refused;
import uk.muster.simulator.http.StaffCallers;
import uk.muster.simulator.http.TrialClock;
import uk.muster.standalone.Instance;
import uk.muster.standalone.LaunchProblem;
import uk.muster.standalone.Tokens;

/**
 * {@code ./muster demo}: fills a running instance with four schools and their current term, up to now. Running it again adds what is new. On an
 * instance with a clock of its own the term is lived instead, to its end.
 */
@Command(
        name = "muster demo",
        description = "Fills a running instance with four schools, one for each policy, and a term of registers.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Demo implements Callable<Integer> {

    private static final String SYSTEM = "demo";
    /** One move of the clock may go through a half term, with an instant a day at which something falls due. */
    private static final Duration A_HOLIDAY_PASSES = Duration.ofMinutes(5);

    @Option(names = "--data", paramLabel = "DIR", description = "The instance's data folder (default: ./data).")
    private Path data = Path.of("data");

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Another seed draws other pupils (default: 2026).")
    private long seed = 2026;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Demo()).execute(args));
    }

    @Override
    public Integer call() {
        try {
            run();
            return 0;
        } catch (LaunchProblem | Refused | DemoMismatch problem) {
            System.err.println(problem.getMessage());
            return 1;
        }
    }

    private void run() {
        Instance instance = Instance.of(data).orElse(null);
        if (instance == null) {
            throw new DemoMismatch("No Muster runs on %s: start one with ./muster up, or name its folder with --data."
                    .formatted(data));
        }
        Tokens tokens = Tokens.of(data);
        Function<String, String> token = role -> tokens.issue(SYSTEM, List.of(role), List.of(Tokens.EVERY_SCHOOL));
        HttpClient http = HttpClient.newHttpClient();
        Function<String, MusterClient> commands =
                role -> new MusterClient(http, instance.commands(), token.apply(role));
        Function<String, MusterClient> queries = role -> new MusterClient(http, instance.queries(), token.apply(role));
        Callers callers = new Callers(commands.apply("mis-integration"), commands.apply("head"), queries.apply("head"));
        TrialClock clock =
                new TrialClock(new MusterClient(http, instance.commands(), token.apply("admin"), A_HOLIDAY_PASSES));
        Optional<Instant> trial = clock.read();
        if (trial.isEmpty()) {
            DemoRun run = new DemoRun(callers, Instant.now(), seed);
            run.post(System.out);
            System.out.print(new DemoTour(instance.queries(), data).of(run.posted()));
        } else {
            StaffCallers staff = new StaffCallers(
                    commands.apply("attendance-officer"),
                    commands.apply("safeguarding-lead"),
                    queries.apply("safeguarding-lead"),
                    queries.apply("auditor"));
            LivedRun run = new LivedRun(callers, staff, clock, trial.get(), seed);
            run.live(System.out);
            System.out.print(LivedTable.of(staff, run.terms()));
            System.out.print(new LivedTour(instance.queries(), data).of(run.terms()));
        }
    }
}
