package uk.muster.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./muster rotate-keys}: a new master key under a running instance. It is put before the old one in the file; every data key is wrapped by it; then the
 * old one is taken out. Killed in between, it goes on when it is called again.
 */
@Command(
        name = "muster rotate-keys",
        description = "Changes the master key of a running instance, and throws the old one away.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RotateKeys implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int KEY_BYTES = 32;

    @Option(names = "--data", paramLabel = "DIR", description = "The instance's data folder (default: ./data).")
    private Path data = Path.of("data");

    public static void main(String[] args) {
        System.exit(new CommandLine(new RotateKeys()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var folder = new DataFolder(data);
            var commands = Instance.of(data)
                    .orElseThrow(() -> new LaunchProblem(
                            "No instance runs on %s: start it with ./muster up, or name its folder with --data."
                                    .formatted(folder.root())))
                    .commands();
            var keys = addNewKey(folder.masterKey());
            rotate(http, commands.resolve("/api/v1/admin/keys/rotation"));
            DataFolder.writePrivate(folder.masterKey(), keys.getFirst() + "\n");
            System.out.println("The master key is another now. Keep a copy of " + folder.masterKey()
                    + " apart from backups; the old one opens nothing but what was backed up before.");
            return 0;
        } catch (LaunchProblem problem) {
            System.err.println(problem.getMessage());
            return 1;
        }
    }

    /** The lines of the file, the newest key first; where there are two already, an earlier call did not come to its end. */
    private static List<String> addNewKey(Path file) throws IOException {
        var keys =
                Files.readString(file).lines().filter(line -> !line.isBlank()).toList();
        if (keys.size() == 1) {
            var fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            keys = List.of(Base64.getEncoder().encodeToString(fresh), keys.getFirst());
            DataFolder.writePrivate(file, String.join("\n", keys) + "\n");
        }
        return keys;
    }

    private void rotate(HttpClient http, URI rotation) throws IOException, InterruptedException {
        var state = send(http, HttpRequest.newBuilder(rotation).POST(BodyPublishers.noBody()));
        long said = 0;
        while (state.get("phase").asString().equals("RUNNING")) {
            long done = state.get("done").asLong();
            if (done > said) {
                said = done;
                System.out.println(
                        "  %d of %d keys".formatted(done, state.get("total").asLong()));
            }
            LockSupport.parkNanos(LOOK.toNanos());
            state = send(http, HttpRequest.newBuilder(rotation));
        }
        if (!state.get("phase").asString().equals("DONE")) {
            throw new LaunchProblem(
                    "Not all keys are wrapped anew; the log of command-service says why. Call this again.");
        }
        System.out.println("  all %d keys are wrapped by the new master key"
                .formatted(state.get("total").asLong()));
    }

    /** 409 says that one is under way, which this then follows. */
    private JsonNode send(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        var token = Tokens.of(data).issue("rotate-keys", List.of("admin"), List.of(Tokens.EVERY_SCHOOL));
        var answer =
                http.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        if (answer.statusCode() == 409) {
            return JSON.readTree("{\"phase\":\"RUNNING\",\"done\":0,\"total\":0}");
        }
        if (answer.statusCode() >= 300) {
            throw new LaunchProblem("command-service answers %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}
