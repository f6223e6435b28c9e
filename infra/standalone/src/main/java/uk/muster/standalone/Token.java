package uk.muster.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./muster token}: prints a bearer token of a standalone instance, alone on standard output. */
@Command(
        name = "muster token",
        description = "Prints a token for a standalone instance.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Token implements Callable<Integer> {

    private static final String SUBJECT = "standalone";

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "A role; may be given again.")
    private List<String> roles = List.of();

    @Option(
            names = "--urn",
            required = true,
            paramLabel = "URN",
            description = "A school, or '*' for every school; may be given again.")
    private List<String> urns = List.of();

    @Option(names = "--data", paramLabel = "DIR", description = "The instance's data folder (default: ./data).")
    private Path data = Path.of("data");

    public static void main(String[] args) {
        System.exit(new CommandLine(new Token()).execute(args));
    }

    @Override
    public Integer call() {
        try {
            System.out.println(Tokens.of(data).issue(SUBJECT, roles, urns));
            return 0;
        } catch (LaunchProblem problem) {
            System.err.println(problem.getMessage());
            return 1;
        }
    }
}
