package uk.muster.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./muster evidence}: fetches a pupil's evidence pack from a running standalone instance into a file. */
@Command(
        name = "muster evidence",
        description = "Fetches what is recorded of a pupil in a period, with the proofs behind it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Evidence implements Callable<Integer> {

    private static final String SUBJECT = "standalone";

    @Option(names = "--urn", required = true, paramLabel = "URN", description = "The school.")
    private String urn = "";

    @Option(
            names = "--pupil",
            required = true,
            paramLabel = "ID",
            description = "What the school's MIS calls the pupil.")
    private String pupil = "";

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "The last day.")
    private String to = "";

    @Option(names = "--purpose", required = true, paramLabel = "PURPOSE", description = "PENALTY or CME.")
    private String purpose = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to (default: evidence-URN-ID.zip).")
    private @Nullable Path out;

    @Option(names = "--data", paramLabel = "DIR", description = "The instance's data folder (default: ./data).")
    private Path data = Path.of("data");

    public static void main(String[] args) {
        System.exit(new CommandLine(new Evidence()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            Instance instance = Instance.of(data)
                    .orElseThrow(
                            () -> new LaunchProblem("No instance runs on " + data + ": start it with ./muster up."));
            HttpResponse<byte[]> answer =
                    fetch(instance, Tokens.of(data).issue(SUBJECT, List.of("head"), List.of(urn)));
            if (answer.statusCode() != 200) {
                throw new LaunchProblem("The pack is refused: " + new String(answer.body(), UTF_8));
            }
            Path file = out == null ? Path.of("evidence-" + urn + "-" + pupil + ".zip") : out;
            Files.write(file, answer.body());
            System.out.println(file);
            return 0;
        } catch (LaunchProblem problem) {
            System.err.println(problem.getMessage());
            return 1;
        }
    }

    private HttpResponse<byte[]> fetch(Instance instance, String token) throws IOException, InterruptedException {
        String path = "/api/v1/schools/" + part(urn) + "/pupils/" + part(pupil) + "/evidence?from=" + part(from)
                + "&to=" + part(to) + "&purpose=" + part(purpose);
        HttpRequest request = HttpRequest.newBuilder(instance.queries().resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String part(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
