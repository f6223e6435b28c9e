package uk.muster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The file for a real PostgreSQL, Kafka and MongoDB configures the services as standalone does. */
class ComposeTest {

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    private Path temporary;

    private Map<String, ?> compose;

    @BeforeEach
    void read() throws IOException {
        compose = new Yaml().load(Files.readString(REPOSITORY.resolve("docker-compose.yml")));
    }

    @Test
    void commandServiceHasTheKeysThatStandaloneGivesIt() throws IOException {
        assertThat(keys("command-service"))
                .isEqualTo(standalone().commandService().environment().keySet());
    }

    @Test
    void queryServiceHasTheKeysThatStandaloneGivesIt() throws IOException {
        assertThat(keys("query-service"))
                .isEqualTo(standalone().queryService().environment().keySet());
    }

    private Servers standalone() throws IOException {
        var folder = new DataFolder(temporary.resolve("data"));
        var home = StandInHome.in(temporary.resolve("home"));
        return new Servers(folder, Options.onFreePorts(), home, StartCaches.of(home, false), new Secrets(folder));
    }

    /** Configuration keys as environment variables, whether they come from the environment or from secrets named as properties. */
    private Set<String> keys(String service) {
        var keys = new TreeSet<String>();
        at(compose, "services", service, "environment").keySet().forEach(key -> keys.add(key.toString()));
        for (var secret : list(at(compose, "services", service), "secrets")) {
            if (secret instanceof Map<?, ?> file) {
                var property =
                        Path.of(file.get("target").toString()).getFileName().toString();
                keys.add(property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
            }
        }
        // Where they differ: a container is reached from outside, reads secrets from files, and may have an OIDC
        // provider and a proxy.
        keys.removeAll(
                Set.of("SPRING_CONFIG_IMPORT", "MUSTER_IDENTITY_JWK_SET_URI", "SERVER_FORWARD_HEADERS_STRATEGY"));
        keys.add("SERVER_ADDRESS");
        return keys;
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "kafka", "mongodb"})
    void aStoreHasAHealthCheckAndAVolumeOfItsOwn(String store) {
        assertThat(at(compose, "services", store).get("healthcheck")).isNotNull();
        assertThat(at(compose, "services", store).get("volumes")).isNotNull();
        assertThat(at(compose, "volumes").keySet().contains(store)).isTrue();
    }

    @Test
    void noSecretIsWrittenInTheFileAndEachComesFromAFileThatIsNotCommitted() throws IOException {
        assertThat(at(compose, "secrets").values())
                .allSatisfy(secret -> assertThat(secret.toString()).startsWith("{file=infra/deploy/secrets/"));
        assertThat(REPOSITORY.resolve("infra/deploy/.gitignore")).content().contains("/secrets/");
    }

    private static Map<?, ?> at(Map<?, ?> node, String... path) {
        Map<?, ?> found = node;
        for (var step : path) {
            found = (Map<?, ?>) found.get(step);
        }
        return found;
    }

    private static List<?> list(Map<?, ?> node, String key) {
        return (List<?>) node.get(key);
    }
}
