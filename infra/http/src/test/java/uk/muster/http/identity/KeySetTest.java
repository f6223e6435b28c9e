package uk.muster.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.muster.http.SampleApplication;
import uk.muster.http.SampleService;
import uk.muster.http.Tokens;

/** Keys of an OIDC provider, as a deployment has them. */
class KeySetTest {

    private static final String SCHOOL = "/api/v1/schools/100001";

    private static HttpServer provider(String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static URI keys(HttpServer server) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/keys");
    }

    @Test
    void rs256_and_es256_of_the_key_set_are_believed_and_no_other_key() throws IOException {
        Tokens rsa = Tokens.rsa();
        Tokens ec = Tokens.ec();
        HttpServer provider = provider(new JWKSet(List.of(rsa.publicJwk(), ec.publicJwk())).toString());
        try (var service = SampleService.startWithKeySet(keys(provider), SampleApplication.class)) {
            assertThat(service.get(SCHOOL, rsa.of("mis-integration", "100001")).status())
                    .isEqualTo(200);
            assertThat(service.get(SCHOOL, ec.of("mis-integration", "100001")).status())
                    .isEqualTo(200);
            service.get(SCHOOL, Tokens.rsa().of("mis-integration", "100001")).isProblem(401, "unauthenticated");
        } finally {
            provider.stop(0);
        }
    }

    @Test
    void a_provider_that_is_away_is_503_and_not_the_callers_fault() throws IOException {
        HttpServer provider = provider("");
        URI keys = keys(provider);
        provider.stop(0);
        try (var service = SampleService.startWithKeySet(keys, SampleApplication.class)) {
            var answer = service.get(SCHOOL, Tokens.rsa().of("mis-integration", "100001"))
                    .isProblem(503, "away");

            assertThat(answer.header("Retry-After")).isEqualTo("5");
        }
    }
}
