package uk.muster.simulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One caller of one service. Waits and tries again when the service says so (429, 503 with {@code Retry-After}). */
public final class MusterClient {

    /** What was read or written last, for {@code Muster-Await}. */
    public static final String POSITION = "Muster-Position";

    public static final String AWAIT = "Muster-Await";
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final int TRIES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String base;
    private final String token;
    private final Duration patience;

    /**
     * @param service the service's address, without a path
     * @param token sent with every request
     */
    public MusterClient(HttpClient http, URI service, String token) {
        this(http, service, token, PATIENCE);
    }

    /** @param patience for one answer */
    public MusterClient(HttpClient http, URI service, String token, Duration patience) {
        this.http = http;
        this.base = service + "/api/v1/";
        this.token = token;
        this.patience = patience;
    }

    /** An answer with status 2xx. */
    public record Answer(int status, String body, Optional<String> position) {}

    /** @throws Refused on any status but 2xx */
    public Answer put(String path, String json) {
        return accepted(request(path).PUT(BodyPublishers.ofString(json)), "application/json");
    }

    /** @throws Refused on any status but 2xx */
    public Answer post(String path, String body, String contentType, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return accepted(request, contentType);
    }

    /** @throws Refused on any status but 2xx */
    public Answer get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::header);
        return accepted(request, "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience)
                .header("Authorization", "Bearer " + token);
    }

    private Answer accepted(HttpRequest.Builder builder, String contentType) {
        HttpRequest request = builder.header("Content-Type", contentType).build();
        HttpResponse<String> response = send(request);
        for (int tries = 1; tries < TRIES && isBusy(response); tries++) {
            pause(response);
            response = send(request);
        }
        if (response.statusCode() / 100 != 2) {
            throw new Refused(request.method() + " " + request.uri().getPath(), response.statusCode(), response.body());
        }
        return new Answer(
                response.statusCode(), response.body(), response.headers().firstValue(POSITION));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " did not get through", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static boolean isBusy(HttpResponse<?> response) {
        return response.statusCode() == 429 || response.statusCode() == 503;
    }

    private static void pause(HttpResponse<?> response) {
        long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
