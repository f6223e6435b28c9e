package uk.muster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** One running instance with real stores and {@link StandIn}s for the services. */
class StandaloneTest {

    private static final Options OPTIONS = Options.onFreePorts()
            .withClock(Instant.parse("2026-09-07T07:00:00Z"))
            .withRebuild();

    @TempDir
    private static Path temporary;

    private static Standalone standalone;

    @BeforeAll
    static void start() throws IOException {
        standalone = Standalone.start(StandInHome.in(temporary.resolve("home")), data(), OPTIONS);
    }

    @AfterAll
    static void stop() {
        standalone.close();
    }

    private static Path data() {
        return temporary.resolve("data");
    }

    @Test
    void oneLineSaysThatItIsReadyWithBothAddresses() {
        assertThat(standalone.output().stream().filter(line -> line.startsWith("Muster is ready")))
                .containsExactly("Muster is ready: commands http://127.0.0.1:%d  queries http://127.0.0.1:%d"
                        .formatted(OPTIONS.commandPort(), OPTIONS.queryPort()));
    }

    @Test
    void theFolderTellsAddressesPortsAndProcesses() {
        var instance = Instance.of(data()).orElseThrow();
        assertThat(instance.commands()).isEqualTo(standalone.commands());
        assertThat(instance.queries()).isEqualTo(standalone.queries());
        assertThat(instance.ports()).containsOnlyKeys("postgresql", "kafka", "documents");
        assertThat(instance.processes()).containsOnlyKeys(Servers.NAMES);
    }

    @ParameterizedTest
    @CsvSource({
        "MUSTER_DATABASE_USER, muster_command, muster_query",
        "MUSTER_DATABASE_MIGRATION_USER, muster_owner, none",
        "MUSTER_MONGODB_DATABASE, none, muster",
        "MUSTER_CLOCK_START, 2026-09-07T07:00:00Z, 2026-09-07T07:00:00Z",
        "SERVER_ADDRESS, 127.0.0.1, 127.0.0.1"
    })
    void eachServiceIsGivenItsConfiguration(String variable, String command, String query) throws Exception {
        assertThat(environment(standalone.commands(), variable)).isEqualTo(command);
        assertThat(environment(standalone.queries(), variable)).isEqualTo(query);
    }

    @Test
    void theConsoleAndTheProviderKnowEachOther() throws Exception {
        assertThat(environment(standalone.queries(), "MUSTER_CONSOLE_OIDC_ISSUER"))
                .isEqualTo(environment(standalone.identity(), "MUSTER_PROVIDER_ISSUER"))
                .isEqualTo(standalone.identity().toString());
        assertThat(environment(standalone.queries(), "MUSTER_CONSOLE_OIDC_CLIENT_SECRET"))
                .isEqualTo(environment(standalone.identity(), "MUSTER_PROVIDER_CLIENT_SECRET"))
                .hasSizeGreaterThan(40);
        assertThat(environment(standalone.queries(), "MUSTER_CONSOLE_COMMANDS"))
                .isEqualTo(standalone.commands().toString());
        assertThat(environment(standalone.identity(), "MUSTER_PROVIDER_CONSOLE"))
                .isEqualTo(standalone.queries().toString());
        assertThat(standalone.output()).contains("  console " + standalone.queries());
    }

    private static String environment(URI service, String variable) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(service.resolve("/environment?" + variable))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void theLedgersDatabaseForcesEveryWriteToDisk(String setting) throws SQLException {
        try (var connection = connect("muster_command")) {
            assertThat(one(connection, "SHOW " + setting)).isEqualTo("on");
        }
    }

    @Test
    void theDatabaseIsPostgres18AndItsRolesMayNotMakeTables() throws SQLException {
        for (var role : new String[] {"muster_command", "muster_query"}) {
            try (var connection = connect(role)) {
                assertThat(one(connection, "SHOW server_version")).startsWith("18");
                assertThat(one(connection, "SELECT current_schema()")).isEqualTo("muster");
                assertThatThrownBy(() -> connection.createStatement().execute("CREATE TABLE mine (id int)"))
                        .hasMessageContaining("permission denied");
            }
        }
        try (var connection = connect("muster_owner")) {
            connection.createStatement().execute("CREATE TABLE IF NOT EXISTS owned (id int)");
            assertThat(one(connection, "SELECT 'muster.owned'::regclass::text")).isEqualTo("owned");
        }
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(standalone.databaseUrl(), role, standalone.databasePassword(role));
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var result = connection.createStatement().executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    @Test
    void theBrokerIsThereForItsClients() throws Exception {
        var address = "127.0.0.1:" + standalone.instance().ports().get("kafka");
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
    }

    @Test
    void theDocumentStoreIsThereForItsClients() {
        try (var client = MongoClients.create(
                "mongodb://127.0.0.1:" + standalone.instance().ports().get("documents"))) {
            var words = client.getDatabase("muster").getCollection("words");
            words.insertOne(new Document("_id", "register"));
            assertThat(words.find(new Document("_id", "register")).first()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "kafka", "documents", "command-service", "query-service", "identity"})
    void aProgramThatIsKilledIsStartedAgain(String name) throws Exception {
        long before = standalone.pid(name);
        standalone.kill(name);
        standalone.awaitReady(Duration.ofSeconds(30));
        assertThat(standalone.pid(name)).isNotEqualTo(before);
        assertThat(standalone.output()).anyMatch(line -> line.contains(name) && line.contains("starting it again"));
        if (name.equals("query-service")) {
            assertThat(environment(standalone.queries(), "MUSTER_REBUILD"))
                    .as("a restart after a fault does not rebuild again")
                    .isEqualTo("none");
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefused() {
        assertThat(refusal("--data", data().toString()))
                .contains("already runs", "--data", standalone.commands().toString());
    }

    @Test
    void aTakenPortIsNamedWithTheOptionThatChangesIt() {
        assertThat(refusal(
                        "--data",
                        temporary.resolve("other").toString(),
                        "--query-port",
                        Integer.toString(OPTIONS.queryPort())))
                .contains("Port " + OPTIONS.queryPort() + " is taken", "--query-port");
    }

    @Test
    void aTakenPortOfTheSignInIsNamedToo() {
        assertThat(refusal(
                        "--data",
                        temporary.resolve("other").toString(),
                        "--identity-port",
                        Integer.toString(OPTIONS.identityPort())))
                .contains("Port " + OPTIONS.identityPort() + " is taken", "--identity-port");
    }

    @Test
    void twoServicesCannotShareAPort() {
        assertThat(refusal("--command-port", "1", "--query-port", "1")).contains("different");
    }

    @Test
    void aPortIsANumberBetween1And65535() {
        assertThat(refusal("--command-port", "65536")).contains("65536 is no port", "--command-port");
    }

    /** What the launcher says on standard error as it refuses to start. Free ports unless the arguments say otherwise. */
    private static String refusal(String... arguments) {
        var ports = Options.onFreePorts();
        var all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--command-port")) {
            all.addAll(List.of("--command-port", Integer.toString(ports.commandPort())));
        }
        if (!all.contains("--query-port")) {
            all.addAll(List.of("--query-port", Integer.toString(ports.queryPort())));
        }
        var bytes = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(new CommandLine(new Up()).execute(all.toArray(String[]::new)))
                    .isEqualTo(1);
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
