package uk.muster.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.standalone.Standalone;

/** A program that speaks the contract as one role. */
public final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final Standalone muster;
    private final String token;

    private Client(Standalone muster, String token) {
        this.muster = muster;
        this.token = token;
    }

    public static Client of(Standalone muster, String role, String... schools) {
        return new Client(muster, muster.tokens().issue("acceptance-" + role, List.of(role), List.of(schools)));
    }

    public Reply put(String path, String body) {
        return send(muster.commands(), "PUT", path, body, Map.of());
    }

    public Reply post(String path, String body) {
        return send(muster.commands(), "POST", path, body, Map.of());
    }

    /** What command-service tells. */
    Reply getCommand(String path) {
        return send(muster.commands(), "GET", path, "", Map.of());
    }

    public Reply get(String path) {
        return send(muster.queries(), "GET", path, "", Map.of());
    }

    /** Asks once everything that a command recorded can be read. */
    public Reply get(String path, Reply after) {
        return send(muster.queries(), "GET", path, "", Map.of("Muster-Await", after.position()));
    }

    private Reply send(URI service, String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve("/api/v1" + path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        try {
            return new Reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public record Reply(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        public String position() {
            return response.headers().firstValue("Muster-Position").orElseThrow();
        }

        @Override
        public String toString() {
            return status() + " " + body();
        }
    }
}
