package uk.muster.benchmarks.morning;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers as the contract does, from memory, and forgets what it is told to forget. */
final class ContractServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Taken(long position, JsonNode body) {}

    private final HttpServer server;
    private final Predicate<String> forgets;
    private final Map<String, Taken> registers = new ConcurrentSkipListMap<>();
    private final AtomicLong position = new AtomicLong();

    /** @param forgets which registers, by {@code urn/date/session/group}, are acknowledged but not kept */
    ContractServer(Predicate<String> forgets) throws IOException {
        this.forgets = forgets;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1/".length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("PUT")) {
            long at = position.incrementAndGet();
            if (path.contains("/registers/") && !forgets.test(id(path))) {
                registers.put(id(path), new Taken(at, JSON.readTree(body)));
            }
            exchange.getResponseHeaders().add("Muster-Position", "0." + at);
            send(exchange, 201, "{}");
        } else if (path.startsWith("audit/events")) {
            send(exchange, 200, export(exchange.getRequestURI().getQuery().substring("urn=".length())));
        } else {
            Taken taken = registers.get(id(path));
            send(
                    exchange,
                    taken == null ? 404 : 200,
                    taken == null ? "{}" : taken.body().toString());
        }
    }

    private String export(String urn) {
        StringBuilder lines = new StringBuilder();
        registers.entrySet().stream()
                .filter(e -> e.getKey().startsWith(urn + "/"))
                .sorted((a, b) ->
                        Long.compare(a.getValue().position(), b.getValue().position()))
                .forEach(e -> {
                    ObjectNode event = JSON.createObjectNode()
                            .put("type", "register-taken.v1")
                            .put("subject", e.getKey())
                            .put("position", e.getValue().position());
                    event.putObject("data").set("marks", e.getValue().body().path("marks"));
                    lines.append(event).append('\n');
                });
        return lines.append("{\"closing\":{}}\n").toString();
    }

    private static String id(String path) {
        return path.replaceFirst("^schools/(\\d+)/registers/", "$1/");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
