package uk.muster.query.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages see of command-service: it keeps what it was sent and answers as it was told to, else 201. */
public final class FakeCommands {

    private static final Reply RECORDED = new Reply(201, "{\"id\":\"11111111-2222-4333-8444-555555555555\"}", "");

    private final HttpServer server;
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

    /** What was sent. */
    public record Sent(String path, String token, String key, JsonNode body) {}

    /** @param position the header {@code Muster-Position}; none when empty */
    public record Reply(int status, String body, String position) {}

    public FakeCommands() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next answer; one of status 0 breaks the connection off. */
    public void answer(Reply reply) {
        replies.add(reply);
    }

    /** What was sent since this was last asked. */
    public List<Sent> sent() {
        List<Sent> all = List.copyOf(sent);
        sent.removeAll(all);
        return all;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            sent.add(new Sent(
                    exchange.getRequestURI().getPath(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                    JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes())));
            Reply reply = replies.isEmpty() ? RECORDED : replies.remove();
            if (reply.status() == 0) {
                return;
            }
            if (!reply.position().isEmpty()) {
                exchange.getResponseHeaders().add("Muster-Position", reply.position());
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
