package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.command.api.RunningCommandService.Reply;
import uk.muster.command.backup.BackupException;
import uk.muster.command.backup.Backups;
import uk.muster.command.backup.Restore;
import uk.muster.command.ledger.TestDatabase;
import uk.muster.command.retention.Disposals;

/** A backup made while the service runs and before keys are destroyed, and what a service that is restored from it does. */
class RestoredServiceTest {

    private static final String HEAD = "{\"id\":\"h-1\",\"name\":\"Ines Invented\",\"position\":\"Headteacher\"}";
    private static final String SCHOOL = "/schools/900061";
    private static final String REGISTER = SCHOOL + "/registers/2025-09-08/AM/3A";

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static RunningCommandService service;
    private static Path backup;

    @BeforeAll
    static void backsUpAndThenDisposes() {
        database = TestDatabase.create();
        service = RunningCommandService.start(
                database,
                folder,
                Map.of(
                        "muster.clock.start",
                        "2025-09-08T09:00:00+01:00",
                        "muster.backups.folder",
                        folder.resolve("backups").toString()));
        String mis = service.token("mis-integration", "*");
        accepted(service.put(mis, SCHOOL, """
                {"name":"Ash Green","laCode":"810","phase":"PRIMARY","policyProfile":"hcat","policyOverlay":{
                 "sessions":{"pm":{"start":"13:00","register_closes":"13:20"}},
                 "contacts":[{"role":"attendance","name":"M. Invented"}]}}
                """));
        accepted(service.put(mis, SCHOOL + "/calendars/2025-26", """
                {"terms":[{"name":"Autumn 1","from":"2025-09-03","to":"2025-10-24"}],"closures":[]}"""));
        accepted(service.put(mis, SCHOOL + "/pupils/p1", pupil("H801200001001")));
        accepted(service.put(mis, SCHOOL + "/pupils/p2", pupil("X919200026001")));
        accepted(service.put(mis, REGISTER, register()));
        accepted(service.post(service.token("head", "*"), SCHOOL + "/pupils/p1/removal", """
                {"on":"2025-09-08","ground":"k","author":%s}""".formatted(HEAD)));
        backup = new Backups(folder.resolve("by-hand"))
                .make(database.as("muster_owner"), Instant.parse("2025-09-08T10:00:00Z"), sentence -> {});
        service = service.restarted(Map.of("muster.clock.start", "2032-08-03T09:00:00+01:00"));
        accepted(service.post(service.token("admin", "*"), SCHOOL + "/retention/disposals", """
                {"academicYear":"2025-26","pupils":2,"author":%s}""".formatted(HEAD)));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void accepted(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isIn(200, 201);
    }

    private static String pupil(String upn) {
        return """
                {"upn":"%s","forename":"Robin","surname":"Example","dateOfBirth":"2017-11-05","yearGroup":"3","group":"3A",
                 "admittedOn":"2025-09-01","contacts":[],"flags":[]}""".formatted(upn);
    }

    private static String register() {
        return """
                {"takenAt":"2025-09-08T08:55:00+01:00","takenBy":%s,
                 "marks":[{"pupilId":"p1","code":"/"},{"pupilId":"p2","code":"/"}]}""".formatted(HEAD);
    }

    private static int keys(TestDatabase of) {
        return JdbcClient.create(of.as("muster_command"))
                .sql("SELECT count(*) FROM muster.subject_key WHERE academic_year = 2025 AND wrapped IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    private static TestDatabase restored(List<Path> destroyed) {
        TestDatabase fresh = TestDatabase.create();
        Restore.run(fresh.as("muster_owner"), backup, destroyed, List.of(), folder.resolve("journal"), sentence -> {});
        return fresh;
    }

    @Test
    void theServiceGoesOnWhereTheBackupEnds() {
        TestDatabase fresh = restored(List.of());
        assertThat(keys(fresh)).isEqualTo(3);
        try (RunningCommandService again =
                RunningCommandService.start(fresh, folder, Map.of("muster.clock.start", "2025-09-09T09:00:00+01:00"))) {
            String mis = again.token("mis-integration", "*");
            assertThat(again.put(mis, REGISTER, register()).status())
                    .as("it is recorded already")
                    .isEqualTo(200);
            assertThat(again.put(mis, SCHOOL + "/pupils/p3", pupil("X810200026123"))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void aKeyThatWasDestroyedSinceDoesNotComeBack() {
        TestDatabase fresh = TestDatabase.create();
        Path journal = folder.resolve("backups-of-the-restored");
        Restore.run(
                fresh.as("muster_owner"),
                backup,
                List.of(folder.resolve("backups/destroyed-keys.ndjson")),
                List.of(),
                journal,
                sentence -> {});
        assertThat(keys(fresh))
                .as("that of the pupil who had left is gone at once")
                .isEqualTo(2);
        JdbcClient restored = JdbcClient.create(fresh.as("muster_command"));
        assertThat(restored.sql("SELECT pupil_id FROM muster.roll_pupil")
                        .query(String.class)
                        .list())
                .containsExactly("p2");
        try (RunningCommandService again = RunningCommandService.start(
                fresh,
                folder,
                Map.of(
                        "muster.clock.start",
                        "2032-08-04T09:00:00+01:00",
                        "muster.backups.folder",
                        journal.toString()))) {
            again.context().getBean(Disposals.class).settle();
            assertThat(keys(fresh)).isZero();
            String mis = again.token("mis-integration", "*");
            Reply same = again.put(mis, SCHOOL + "/pupils/p2", pupil("X919200026001"));
            assertThat(same.status()).isEqualTo(200);
            assertThat(restored.sql("SELECT count(*) FROM muster.event WHERE type LIKE 'pupil-%'")
                            .query(Integer.class)
                            .single())
                    .as("two admissions, a removal, and the other carried forward: what was put again is known still")
                    .isEqualTo(4);
        }
    }

    @Test
    void aDatabaseWithALedgerIsLeftAsItIs() {
        assertThatThrownBy(() -> Restore.run(
                        database.as("muster_owner"),
                        backup,
                        List.of(),
                        List.of(),
                        folder.resolve("journal"),
                        sentence -> {}))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("There is a ledger in this database");
    }

    @Test
    void aFileThatIsCutOrAlteredIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length - 100));
        assertThatThrownBy(() -> restore(cut)).hasMessageContaining("is no backup, or was cut");
        Path altered = Files.copy(backup, folder.resolve("altered.zip"), StandardCopyOption.REPLACE_EXISTING);
        try (var zip = FileSystems.newFileSystem(altered)) {
            Path roll = zip.getPath("tables/roll_pupil");
            Files.writeString(roll, Files.readString(roll).replace("p1", "p9"));
        }
        assertThatThrownBy(() -> restore(altered)).hasMessageContaining("was altered in table roll_pupil");
        assertThatThrownBy(() -> restore(folder.resolve("none.zip"))).hasMessageContaining("There is no file");
    }

    private static void restore(Path file) {
        Restore.run(
                TestDatabase.create().as("muster_owner"),
                file,
                List.of(),
                List.of(),
                folder.resolve("journal"),
                sentence -> {});
    }

    @Test
    void aBackupHoldsNoNameAndNoKeyThatIsNotWrapped() throws IOException {
        List<String> names = new ArrayList<>();
        try (var zip = FileSystems.newFileSystem(backup);
                var entries = Files.walk(zip.getPath("/"))) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(entry);
                for (String secret : List.of("Robin", "Example", "Ines Invented", "H801200001001", "2017-11-05")) {
                    if (text.contains(secret)) {
                        names.add(entry + " " + secret);
                    }
                }
            }
        }
        assertThat(names).isEmpty();
    }
}
