package uk.muster.benchmarks.school;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;

/** Moves the business clock of the instance. Not over an instant that is measured: the service steps through those and waits for all that follows. */
public final class TrialClock implements AutoCloseable {

    private static final int OK = 200;
    private static final int NOT_YET = 503;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI clock;
    private final String token;

    /** @param token of an admin */
    public TrialClock(URI commands, String token) {
        this.clock = commands.resolve("/api/v1/dev/clock");
        this.token = token;
    }

    /** Returns when the clock is there and all that follows from what was recorded before is recorded too. */
    public void advanceTo(Instant instant) throws IOException, InterruptedException {
        post("{\"advanceTo\":\"" + instant + "\"}");
    }

    /** Returns when all that follows from what was recorded before is recorded and can be read. */
    public void settle() throws IOException, InterruptedException {
        post("{}");
    }

    private void post(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(clock)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        while (response.statusCode() == NOT_YET) {
            response = http.send(request, BodyHandlers.ofString());
        }
        if (response.statusCode() != OK) {
            throw new IllegalStateException("The clock could not be moved by " + body + ": " + response.body());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
