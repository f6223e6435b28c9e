package uk.muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.acceptance.Bodies.mark;
import static uk.muster.acceptance.Bodies.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import uk.muster.acceptance.Client.Reply;
import uk.muster.standalone.Backup;
import uk.muster.standalone.Options;
import uk.muster.standalone.Restore;
import uk.muster.standalone.RotateKeys;
import uk.muster.standalone.Standalone;

/**
 * A child of whom everything is recorded that can be, with words that are found nowhere else, and who leaves; another who stays. Six years later their keys
 * are destroyed. Each test goes on from the one before.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AfterSixYearsTest {

    private static final String URN = "912360";
    private static final String SCHOOL = "/schools/" + URN;
    private static final String MONDAY_AM = SCHOOL + "/registers/2025-09-08/AM/3A";
    private static final String CHILD = SCHOOL + "/pupils/Zq7731canary";

    /** What tells of the child, or of who acted; none of it may ever lie anywhere in clear. */
    private static final List<String> SECRETS = List.of(
            "Quetzalwren",
            "Ottoline",
            Bodies.upn(31),
            "17 Canary Mews",
            "quetzal@family.example",
            "01632960731",
            "Bernadine Quetzalwren",
            "fever of the canaries",
            "rang the canary line",
            "cage in the hall",
            "worried about the seed",
            "moved to Canaria",
            "I. Nventedcanary");

    private static final String AUTHOR =
            "{\"id\":\"t-31\",\"name\":\"I. Nventedcanary\",\"position\":\"Safeguarding lead\"}";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Path data;
    private static Path restored;
    private static Standalone muster;
    private static Client admin;
    private static Client head;

    @BeforeAll
    static void recordsEverythingOfTheChild() throws IOException {
        data = folder.resolve("data");
        restored = folder.resolve("restored");
        muster = Standalone.start(data, Options.onFreePorts().withClock(Instant.parse("2025-09-08T08:00:00Z")));
        speak();
        Client mis = Client.of(muster, "mis-integration", URN);
        accepted(mis.put(SCHOOL, Bodies.school("hcat")));
        accepted(mis.put(SCHOOL + "/calendars/2025-26", """
                {"terms":[{"name":"Autumn 1","from":"2025-09-03","to":"2025-10-24"}],"closures":[]}"""));
        accepted(mis.put(CHILD, """
                {"upn":"%s","forename":"Ottoline","surname":"Quetzalwren","dateOfBirth":"2017-11-05","yearGroup":"3","group":"3A",
                 "admittedOn":"2025-09-01","address":"17 Canary Mews","flags":["EHCP"],
                 "contacts":[{"id":"c1","name":"Bernadine Quetzalwren","relationship":"parent","phone":"01632960731",
                  "email":"quetzal@family.example","priority":1,"livesWith":true}]}
                """.formatted(Bodies.upn(31))));
        accepted(mis.put(
                SCHOOL + "/pupils/stays", Bodies.pupil(Bodies.upn(32), "3A").replace("2026-09-01", "2025-09-01")));
        accepted(mis.put(
                MONDAY_AM,
                register("2025-09-08T08:50:00+01:00", List.of(mark("Zq7731canary", "N"), mark("stays", "/")))
                        .replace("R. Okafor", "I. Nventedcanary")));
        accepted(head.post(CHILD + "/absence-reports", """
                {"reportedBy":{"name":"Bernadine Quetzalwren","relationship":"parent"},"channel":"PHONE",
                 "receivedAt":"2025-09-08T08:55:00+01:00","reason":"fever of the canaries","from":"2025-09-08","author":%s}
                """.formatted(AUTHOR)));
        accepted(head.post(CHILD + "/contact-attempts", """
                {"at":"2025-09-08T08:58:00+01:00","channel":"PHONE","contactId":"c1","outcome":"SPOKE",
                 "note":"rang the canary line","author":%s}""".formatted(AUTHOR)));
        accepted(head.post(CHILD + "/home-visits", """
                {"at":"2025-09-08T08:59:00+01:00","visitors":[%s],"outcome":"CHILD_SEEN_SAFE","note":"cage in the hall","author":%s}
                """.formatted(AUTHOR, AUTHOR)));
        accepted(head.post(CHILD + "/escalations", """
                {"at":"2025-09-08T08:59:30+01:00","to":"SAFEGUARDING","reason":"worried about the seed","author":%s}
                """.formatted(AUTHOR)));
        accepted(head.post(CHILD + "/absence-decisions", """
                {"from":{"date":"2025-09-08","session":"AM"},"to":{"date":"2025-09-08","session":"AM"},"code":"I",
                 "reason":"fever of the canaries","detail":"fever of the canaries","author":%s}""".formatted(AUTHOR)));
        accepted(head.post(CHILD + "/removal", """
                {"on":"2025-09-08","ground":"k","destination":"moved to Canaria","author":%s}""".formatted(AUTHOR)));
        assertThat(head.get(CHILD + "/chronology").body())
                .contains(
                        "fever of the canaries", "rang the canary line", "cage in the hall", "worried about the seed");
    }

    private static void speak() {
        admin = Client.of(muster, "admin", "*");
        head = Client.of(muster, "head", URN);
    }

    private static Reply accepted(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isIn(200, 201);
        return reply;
    }

    @AfterAll
    static void stop() {
        muster.close();
    }

    /** Every value of every table, as text: what a page keeps compressed shows here. */
    private static String tables() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection =
                        DriverManager.getConnection(muster.databaseUrl(), "muster", muster.databasePassword("muster"));
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'muster'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (String name : names) {
                List<String> columns = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery("SELECT * FROM muster." + name)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            columns.add(
                                    rows.getObject(i) instanceof byte[] bytes
                                            ? new String(bytes, StandardCharsets.UTF_8)
                                            : rows.getString(i));
                        }
                    }
                }
                all.append(
                        String.join("\n", columns.stream().map(String::valueOf).toList()));
            }
        }
        return all.toString();
    }

    /** Files that hold any of the words: tables, write-ahead log, topic, read models, logs, backups. */
    private static List<String> filesWith(Path root, List<String> words) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                words.stream()
                        .filter(content::contains)
                        .forEach(word -> found.add(root.relativize(file) + ": " + word));
            }
        }
        return found;
    }

    /** Waits until what was recorded is in a checkpoint that lies outside of the ledger. */
    private static void awaitCheckpoint() {
        Instant until = Instant.now().plus(PATIENCE);
        while (Files.notExists(data.resolve("checkpoint"))) {
            assertThat(Instant.now()).as("a checkpoint is published").isBefore(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static JsonNode certified() {
        Reply due = admin.getCommand(SCHOOL + "/retention");
        JsonNode year = due.json().at("/items/0");
        assertThat(year.get("due").asBoolean()).as(due.toString()).isTrue();
        assertThat(year.get("pupils").asInt()).as(due.toString()).isEqualTo(2);
        Reply certificate = accepted(admin.post(SCHOOL + "/retention/disposals", """
                {"academicYear":"2025-26","pupils":2,"author":%s}""".formatted(AUTHOR)));
        assertThat(Client.of(muster, "auditor", "*")
                        .get("/audit/events?urn=" + URN, certificate)
                        .body())
                .contains("keys-destroyed.v1");
        return certificate.json();
    }

    @Test
    @Order(1)
    void nothingLiesInClearWhileItIsKept() throws Exception {
        assertThat(tables()).doesNotContain(SECRETS);
        assertThat(filesWith(data, SECRETS)).isEmpty();
    }

    @Test
    @Order(2)
    void aBackupIsMadeWhileItRuns() throws IOException {
        assertThat(new CommandLine(new Backup())
                        .execute(
                                "--data",
                                data.toString(),
                                "--to",
                                folder.resolve("kept").toString()))
                .isZero();
        Files.copy(data.resolve("keys/master.key"), folder.resolve("master.key"));
        assertThat(filesWith(folder.resolve("kept"), SECRETS)).isEmpty();
    }

    @Test
    @Order(3)
    void theMasterKeyIsChangedWhileItRuns() throws IOException {
        String before = Files.readString(data.resolve("keys/master.key"));
        assertThat(new CommandLine(new RotateKeys()).execute("--data", data.toString()))
                .isZero();
        assertThat(Files.readString(data.resolve("keys/master.key")))
                .hasLineCount(1)
                .isNotEqualTo(before);
        assertThat(head.get(CHILD + "/chronology").body()).contains("fever of the canaries");
    }

    @Test
    @Order(4)
    void sixYearsLaterAPersonConfirmsAndItIsGone() throws Exception {
        accepted(admin.post("/dev/clock", "{\"advanceTo\":\"2032-08-02T09:00:00+01:00\"}"));
        JsonNode certificate = certified();
        assertThat(certificate.get("keys").asInt()).isEqualTo(3);
        assertThat(certificate.get("forgotten").asInt()).isEqualTo(1);
        assertThat(head.get(CHILD + "/chronology").status()).isEqualTo(404);
        String register = head.get(MONDAY_AM).body();
        assertThat(register).contains("\"erased\"", "\"stays\"").doesNotContain(SECRETS);
        assertThat(head.get(SCHOOL + "/pupils").body()).contains("Robin Canarybird");
        assertThat(tables()).doesNotContain(SECRETS).doesNotContain("Zq7731canary");
    }

    @Test
    @Order(5)
    void afterARebuildItIsAsGone() throws Exception {
        assertThat(muster.stop()).isZero();
        muster = Standalone.start(data, Options.onFreePorts().withRebuild());
        speak();
        Reply answered = accepted(admin.post("/dev/clock", "{}"));
        assertThat(answered.status()).isEqualTo(200);
        assertThat(head.get(CHILD + "/chronology").status()).isEqualTo(404);
        assertThat(head.get(MONDAY_AM).body()).contains("\"erased\"", "\"stays\"");
        assertThat(head.get(SCHOOL + "/pupils").body()).contains("Robin Canarybird");
        awaitCheckpoint();
        assertThat(muster.stop()).isZero();
        assertThat(filesWith(data, SECRETS)).isEmpty();
    }

    @Test
    @Order(6)
    void theBackupFromBeforeDoesNotBringItBack() throws Exception {
        Path backup;
        try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
            backup = files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(new CommandLine(new Restore())
                        .execute(
                                backup.toString(),
                                "--data",
                                restored.toString(),
                                "--master-key",
                                folder.resolve("master.key").toString(),
                                "--destroyed",
                                data.resolve("backups/destroyed-keys.ndjson").toString(),
                                "--published",
                                data.resolve("checkpoint").toString()))
                .isZero();
        muster = Standalone.start(restored, Options.onFreePorts());
        speak();
        accepted(admin.post("/dev/clock", "{}"));
        assertThat(head.get(CHILD + "/chronology").status()).isEqualTo(404);
        assertThat(head.get(MONDAY_AM).body()).contains("erased").doesNotContain(SECRETS);
        assertThat(tables()).doesNotContain(SECRETS).doesNotContain("Zq7731canary");
    }
}
