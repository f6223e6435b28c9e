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
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("spring.application.name", "sample");
        settings.put("muster.identity.public-key-file", publicKey.toString());
        settings.put("spring.threads.virtual.enabled", true);
        settings.put("spring.web.resources.add-mappings", false);
        settings.put("spring.main.banner-mode", "off");
        settings.put("server.tomcat.max-swallow-size", "64MB");
        settings.put("management.endpoint.health.probes.enabled", true);
        settings.put("management.endpoints.web.exposure.include", "health,info");
        return new SampleService(new SpringApplicationBuilder(sources)
                .web(WebApplicationType.SERVLET)
                .properties(settings)
                .run());
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
