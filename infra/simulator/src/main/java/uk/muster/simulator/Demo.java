package uk.muster.simulator;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.simulator.http.Callers;
import uk.muster.simulator.http.MusterClient;
import uk.muster.simulator.http.Refused;
import uk.muster.standalone.Instance;
import uk.muster.standalone.LaunchProblem;
import uk.muster.standalone.Tokens;

/** {@code ./muster demo}: fills a running instance with four schools and their current term, up to now. Running it again adds what is new. */
@Command(
        name = "muster demo",
        description = "Fills a running instance with four schools, one for each policy, and a term of registers.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Demo implements Callable<Integer> {

    private static final String SYSTEM = "demo";
    private static final int NOT_FOUND = 404;

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
        List<String> everySchool = List.of(Tokens.EVERY_SCHOOL);
        String mis = tokens.issue(SYSTEM, List.of("mis-integration"), everySchool);
        String head = tokens.issue(SYSTEM, List.of("head"), everySchool);
        HttpClient http = HttpClient.newHttpClient();
        Callers callers = new Callers(
                new MusterClient(http, instance.commands(), mis),
                new MusterClient(http, instance.commands(), head),
                new MusterClient(http, instance.queries(), head));

        DemoRun run = new DemoRun(callers, now(callers.mis()), seed);
        run.post(System.out);
        System.out.print(new DemoTour(instance.queries(), data).of(run.posted()));
    }

    /** The business clock of a trial, which is there with {@code --clock} alone; else the machine's. */
    private static Instant now(MusterClient client) {
        try {
            String clock = client.get("dev/clock", Map.of()).body();
            return OffsetDateTime.parse(JsonMapper.builder()
                            .build()
                            .readTree(clock)
                            .path("now")
                            .asString(""))
                    .toInstant();
        } catch (Refused refused) {
            if (refused.status() == NOT_FOUND) {
                return Instant.now();
            }
            throw refused;
        }
    }
}
