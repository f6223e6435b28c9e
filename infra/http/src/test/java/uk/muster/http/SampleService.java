package uk.muster.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running service of a few sample endpoints, driven over HTTP. */
public final class SampleService implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private SampleService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static SampleService start(Path publicKey, Class<?>... sources) {
        return start("muster.identity.public-key-file", publicKey.toString(), sources);
    }

    public static SampleService startWithKeySet(URI keySet, Class<?>... sources) {
        return start("muster.identity.jwk-set-uri", keySet.toString(), sources);
    }

    private static SampleService start(String identity, String value, Class<?>... sources) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(identity, value);
        settings.put("server.port", 0);
        settings.put("spring.config.import", "classpath:muster-http.properties");
        settings.put("spring.application.name", "sample");
        settings.put("spring.main.banner-mode", "off");
        return new SampleService(new SpringApplicationBuilder(sources)
                .web(WebApplicationType.SERVLET)
                .properties(settings)
                .run("--management.endpoints.web.exposure.include=health,info"));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public Answer get(String path, String token) {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token));
    }

    public Answer getWithoutToken(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    public Answer put(String path, String token, String json) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
