package uk.muster.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadClientTest {

    private static final byte[] HEADERS = "Host: localhost\r\n".getBytes(StandardCharsets.US_ASCII);

    private HttpServer server;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** A length of 0 makes this server send chunks, -1 none at all. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyRequestIsAnsweredOnceWithItsOwnAnswer(boolean chunked) throws IOException {
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Muster-Position", "p" + body.length);
            exchange.sendResponseHeaders(201, chunked ? 0 : body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        Echo echo = new Echo(500);

        try (LoadClient client = new LoadClient(address, 8)) {
            client.run(echo);
        }

        assertThat(echo.answers)
                .hasSize(500)
                .allSatisfy((number, answer) ->
                        assertThat(answer).isEqualTo("201 p" + echo.body(number).length() + " " + echo.body(number)));
    }

    @Test
    void aConnectionThatTheServerClosesIsMadeAgain() throws IOException {
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Connection", "close");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        Echo echo = new Echo(40);

        try (LoadClient client = new LoadClient(address, 4)) {
            client.run(echo);
        }

        assertThat(echo.answers).hasSize(40);
    }

    @Test
    void aServerThatGoesAwayIsAFailure() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LoadClient client = new LoadClient(URI.create("http://127.0.0.1:" + listener.getLocalPort()), 1)) {
            Thread.ofVirtual().start(() -> {
                try (var accepted = listener.accept()) {
                    accepted.getInputStream().read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

            assertThatThrownBy(() -> client.run(new Echo(1))).isInstanceOf(IOException.class);
        }
    }

    /** Sends bodies of many sizes and keeps the answers. */
    private static final class Echo implements Requests {
        private final int total;
        private final Map<Integer, String> answers = new TreeMap<>();
        private int next;

        private Echo(int total) {
            this.total = total;
        }

        private String body(int number) {
            return (number + ",").repeat(1 + number * 37 % 3000);
        }

        @Override
        public int write(RequestBuffer out) {
            if (next == total) {
                return NONE;
            }
            out.add(body(next)).end("PUT /" + next, HEADERS);
            return next++;
        }

        @Override
        public void answered(int number, Response response, long nanos) {
            assertThat(nanos).isPositive();
            answers.put(
                    number,
                    response.status() + " " + response.header("muster-position").orElse("-") + " " + response.text());
        }
    }
}
