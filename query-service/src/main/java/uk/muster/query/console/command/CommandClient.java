package uk.muster.query.console.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.http.convention.MusterPosition;
import uk.muster.http.problem.Problem;
import uk.muster.query.console.signin.SignedIn;

/** Sends what a person does to command-service, in their name and with their token: what they may do is decided there. */
public final class CommandClient {

    private static final Logger LOG = LoggerFactory.getLogger(CommandClient.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int LEAST_REFUSAL = 400;

    private final URI base;
    private final JsonMapper json;
    private final HttpClient http;

    CommandClient(URI base, JsonMapper json) {
        this.base = base;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TO_CONNECT)
                .build();
    }

    /**
     * Sends a form, once however often it is sent. What is recorded is in whatever page this session reads next.
     *
     * @param path below {@code /api/v1}, made of identities of the contract
     * @param body as the contract wants it; a person who acted is {@link SignedIn#person()}
     */
    public Outcome post(SignedIn who, String path, Object body, Form form) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .timeout(TO_ANSWER)
                .header("Authorization", "Bearer " + who.accessToken())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", form.key())
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
        try {
            return outcome(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (ConnectException e) {
            LOG.warn("command-service cannot be reached.");
            return new Outcome.Refused(
                    Problem.away("Nothing was recorded: the part that records is away. Try again.", RETRY));
        } catch (IOException e) {
            LOG.warn("command-service did not answer.");
            return new Outcome.Unanswered();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unanswered();
        }
    }

    private Outcome outcome(HttpResponse<byte[]> response) {
        try {
            JsonNode answer = json.readTree(response.body());
            if (response.statusCode() >= LEAST_REFUSAL) {
                return new Outcome.Refused(ProblemReader.read(response.statusCode(), answer));
            }
            response.headers()
                    .firstValue(MusterPosition.HEADER)
                    .map(MusterPosition::parse)
                    .ifPresent(OwnWrites::remember);
            return new Outcome.Recorded(answer);
        } catch (JacksonException e) {
            LOG.warn("command-service answered {} with something that is no JSON.", response.statusCode());
            return new Outcome.Unanswered();
        }
    }
}
