package uk.muster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts and ends of whole instances. */
class LifeTest {

    @TempDir
    private Path temporary;

    private ClassPaths home;
    private Path data;

    @BeforeEach
    void makeHome() throws IOException {
        home = StandInHome.in(temporary.resolve("home"));
        data = temporary.resolve("data");
    }

    @Test
    void anInterruptEndsEverythingAndTheNextStartHasItsState() throws Exception {
        List<ProcessHandle> programs;
        try (var first = start()) {
            programs = programs(first);
            writeEverywhere(first);
            assertThat(first.stop()).isZero();
        }
        assertThat(programs).hasSize(6).noneMatch(ProcessHandle::isAlive);
        assertThat(Instance.of(data)).isEmpty();
        try (var second = start()) {
            assertEverywhere(second);
        }
    }

    @Test
    void afterAKillTheJavaProgramsEndAndTheNextStartStopsPostgres() throws Exception {
        ProcessHandle postgres;
        try (var first = start()) {
            var programs = programs(first);
            postgres = ProcessHandle.of(first.pid("postgresql")).orElseThrow();
            writeEverywhere(first);
            first.killSupervisor();
            for (var program : programs) {
                if (!program.equals(postgres)) {
                    program.onExit().get(15, TimeUnit.SECONDS);
                }
            }
        }
        assertThat(postgres.isAlive()).isTrue();
        try (var second = start()) {
            assertThat(postgres.isAlive()).isFalse();
            assertThat(second.output())
                    .anyMatch(line -> line.contains("postgresql") && line.contains("process " + postgres.pid()));
            assertEverywhere(second);
        }
    }

    @Test
    void aServiceThatCannotStartEndsTheLaunchWithItsLogAndLeavesNothingRunning() throws IOException {
        var broken = StandInHome.brokenIn(temporary.resolve("broken"));
        assertThatThrownBy(() -> Standalone.start(broken, data, Options.onFreePorts()))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("cannot be started")
                .hasMessageContaining("ClassNotFoundException");
        try (var left = Files.list(data.resolve("run"))) {
            assertThat(left.filter(file -> file.toString().endsWith(".pid"))).isEmpty();
        }
    }

    private Standalone start() throws IOException {
        return Standalone.start(home, data, Options.onFreePorts());
    }

    private static List<ProcessHandle> programs(Standalone standalone) {
        return standalone.instance().processes().values().stream()
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
    }

    private static void writeEverywhere(Standalone standalone) throws Exception {
        try (var connection = DriverManager.getConnection(
                standalone.databaseUrl(), "muster_owner", standalone.databasePassword("muster_owner"))) {
            connection.createStatement().execute("CREATE TABLE kept (id int)");
        }
        try (var admin = admin(standalone)) {
            admin.createTopics(Set.of(new NewTopic("kept", 1, (short) 1))).all().get();
        }
        inDocuments(standalone, kept -> kept.insertOne(new Document("_id", 1)));
    }

    private static void assertEverywhere(Standalone standalone) throws Exception {
        try (var connection = DriverManager.getConnection(
                        standalone.databaseUrl(), "muster_owner", standalone.databasePassword("muster_owner"));
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM kept")) {
            assertThat(rows.next()).isTrue();
        }
        try (var admin = admin(standalone)) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
        inDocuments(standalone, kept -> assertThat(kept.countDocuments()).isEqualTo(1));
    }

    private static Admin admin(Standalone standalone) {
        return Admin.create(Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + standalone.instance().ports().get("kafka")));
    }

    private static void inDocuments(Standalone standalone, Consumer<MongoCollection<Document>> work) {
        try (var client = MongoClients.create(
                "mongodb://127.0.0.1:" + standalone.instance().ports().get("documents"))) {
            work.accept(client.getDatabase("muster").getCollection("kept"));
        }
    }
}
