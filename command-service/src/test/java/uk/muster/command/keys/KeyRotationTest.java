package uk.muster.command.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.command.keys.KeyRotation.Phase;
import uk.muster.command.keys.KeyRotation.State;
import uk.muster.command.ledger.TestDatabase;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.DataKey;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.kernel.sealing.MasterKey;
import uk.muster.kernel.sealing.MasterKeyFile;

/** The master key is changed under a service that runs, on a real PostgreSQL. */
class KeyRotationTest {

    private static final AcademicYear YEAR = new AcademicYear(2026);
    private static final KeySubject DESTROYED = KeySubject.ofSchool(new Urn(900_001));
    private static final int KEYS = 510;

    @TempDir
    Path folder;

    private DataSource source;
    private JdbcClient database;
    private Path file;
    private PostgresKeys keys;
    private MasterKeyFile master;
    private final List<DataKey> made = new ArrayList<>();

    @BeforeEach
    void keysUnderTheFirstMasterKey() throws IOException {
        source = TestDatabase.create().as("muster_command");
        database = JdbcClient.create(source);
        file = Files.writeString(folder.resolve("master.key"), line(1));
        master = MasterKeyFile.open(file);
        keys = new PostgresKeys(database, master, InstantSource.system());
        for (int i = 0; i < KEYS; i++) {
            made.add(keys.keyOf(KeySubject.ofSchool(new Urn(910_000 + i)), YEAR));
        }
        keys.keyOf(DESTROYED, YEAR);
        keys.destroy(List.of(DESTROYED), YEAR);
        Files.writeString(file, line(2) + line(1));
    }

    private static String line(int first) {
        return Base64.getEncoder().encodeToString(bytes(first)) + "\n";
    }

    private static byte[] bytes(int first) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) first;
        return bytes;
    }

    private State rotated() {
        try (KeyRotation rotation = new KeyRotation(source, master)) {
            assertThat(rotation.begin()).isTrue();
            while (rotation.state().phase() == Phase.RUNNING) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
            return rotation.state();
        }
    }

    private List<byte[]> wrapped() {
        return database.sql("SELECT wrapped FROM muster.subject_key WHERE wrapped IS NOT NULL")
                .query((row, i) -> row.getBytes(1))
                .list();
    }

    @Test
    void everyKeyOpensUnderTheNewOneAlone() throws IOException {
        assertThat(rotated()).isEqualTo(new State(Phase.DONE, KEYS, KEYS));
        Files.writeString(file, line(2));
        PostgresKeys later = new PostgresKeys(database, MasterKeyFile.open(file), InstantSource.system());
        assertThat(made).allSatisfy(key -> assertThat(later.find(key.number())).contains(key.key()));
        assertThat(keys.keysOf(new Urn(900_001)))
                .as("what was destroyed stays so")
                .isEmpty();
    }

    @Test
    void whatAKillLeftIsDoneByBeginningAgain() {
        MasterKey newest = new MasterKey(bytes(2));
        database.sql("UPDATE muster.subject_key SET wrapped = ? WHERE key_no = ?")
                .param(newest.wrap(made.getFirst().key()))
                .param(made.getFirst().number())
                .update();
        rotated();
        List<byte[]> first = wrapped();
        assertThat(first).allSatisfy(each -> assertThat(newest.unwrap(each)).isNotNull());
        rotated();
        assertThat(wrapped()).as("nothing is wrapped twice").containsExactlyElementsOf(first);
    }
}
