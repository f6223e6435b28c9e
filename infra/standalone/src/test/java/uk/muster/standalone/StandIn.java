package uk.muster.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** All that the launcher sees of a service: it answers what is asked to see whether it is ready, and tells what environment it was given. */
public final class StandIn {

    private StandIn() {}

    public static void serve() throws IOException {
        var address =
                new InetSocketAddress(System.getenv("SERVER_ADDRESS"), Integer.parseInt(System.getenv("SERVER_PORT")));
        var server = HttpServer.create(address, 0);
        server.createContext("/actuator/health/readiness", exchange -> answer(exchange, "UP"));
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, "{}"));
        server.createContext("/environment", StandIn::answerEnvironment);
        server.start();
    }

    private static void answerEnvironment(HttpExchange exchange) throws IOException {
        answer(exchange, System.getenv().getOrDefault(exchange.getRequestURI().getQuery(), "none"));
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            var body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
