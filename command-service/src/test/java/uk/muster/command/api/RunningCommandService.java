package uk.muster.command.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.command.CommandService;
import uk.muster.command.ledger.TestDatabase;

/** The real command-service on a real PostgreSQL, spoken to over HTTP. Kafka is away, which must not matter to anyone who posts. */
final class RunningCommandService implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> settings;
    private final ConfigurableApplicationContext context;
    private final KeyPair identity;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final PublishedContract contract;

    private RunningCommandService(Map<String, String> settings, KeyPair identity) {
        this.settings = settings;
        this.identity = identity;
        // As arguments, which go before application.yml; what the builder calls properties comes after it.
        this.context = new SpringApplicationBuilder(CommandService.class)
                .run(settings.entrySet().stream()
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new));
        this.base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        this.contract = PublishedContract.of(context);
    }

    static RunningCommandService start(Path folder) {
        return start(folder, Map.of());
    }

    /** @param more settings beside those that every instance needs */
    static RunningCommandService start(Path folder, Map<String, String> more) {
        return start(TestDatabase.create(), folder, more);
    }

    /** The same on a database that is there. */
    static RunningCommandService start(TestDatabase ledger, Path folder, Map<String, String> more) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair identity = generator.generateKeyPair();
            Path publicKey = Files.writeString(
                    folder.resolve("public.pem"),
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(identity.getPublic().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n");
            Path masterKey = Files.writeString(
                    folder.resolve("master.key"), Base64.getEncoder().encodeToString(new byte[32]));
            PGSimpleDataSource database = ledger.as("muster_command");
            Map<String, String> settings = new HashMap<>(more);
            settings.put("server.port", "0");
            settings.put("muster.database.url", database.getUrl());
            settings.put("muster.database.user", "muster_command");
            settings.put("muster.database.password", "");
            settings.put("muster.kafka.bootstrap-servers", "127.0.0.1:1");
            settings.put("muster.keys.master-file", masterKey.toString());
            settings.put("muster.identity.public-key-file", publicKey.toString());
            return new RunningCommandService(settings, identity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another instance beside this one, on the same database: it stands by. */
    RunningCommandService standby() {
        return new RunningCommandService(settings, identity);
    }

    /** The same service stopped and started again on what it left. */
    RunningCommandService restarted() {
        return restarted(Map.of());
    }

    /** @param changes to its settings */
    RunningCommandService restarted(Map<String, String> changes) {
        close();
        Map<String, String> changed = new HashMap<>(settings);
        changed.putAll(changes);
        return new RunningCommandService(changed, identity);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    String token(String role, String... schools) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.RS256),
                    new JWTClaimsSet.Builder()
                            .subject("test-" + role)
                            .claim("roles", List.of(role))
                            .claim("schools", List.of(schools))
                            .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                            .build());
            token.sign(new RSASSASigner(identity.getPrivate()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    Reply put(String token, String path, String body) {
        return send(token, "PUT", path, body, Map.of());
    }

    Reply post(String token, String path, String body) {
        return send(token, "POST", path, body, Map.of());
    }

    Reply get(String token, String path) {
        return send(token, "GET", path, "", Map.of());
    }

    /** Whatever is answered must be what the published contract promises. */
    Reply send(String token, String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        try {
            Reply reply = new Reply(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            contract.hold(method, "/api/v1" + path, body, reply.response());
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    record Reply(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The pointers of {@code errors}, in order. */
        List<String> pointers() {
            return json().path("errors")
                    .valueStream()
                    .map(error -> error.get("pointer").asString())
                    .toList();
        }

        @Override
        public String toString() {
            return status() + " " + response.body();
        }
    }
}
