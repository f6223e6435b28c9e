package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The service refuses to run on a database that forgets in a crash what it has acknowledged. */
class LedgerDurabilityTest {

    @Test
    void refusesFsyncOff() throws IOException {
        try (EmbeddedPostgres careless =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            assertRefused(careless.getPostgresDatabase(), "fsync = off");
        }
    }

    @Test
    void refusesSynchronousCommitOff() throws SQLException {
        TestDatabase database = TestDatabase.create();
        database.execute("muster_owner", "ALTER DATABASE " + database.name() + " SET synchronous_commit = off");

        assertRefused(database.as("muster_command"), "synchronous_commit = off");
    }

    @Test
    void refusesAGapInTheNumbering() throws SQLException {
        TestDatabase database = TestDatabase.create();
        try (TestLedger ledger = TestLedger.open(database, GroupHook.NONE, InstantSource.system())) {
            ledger.append(TestLedger.event(TestLedger.SCHOOL + "/a", 0));
            ledger.append(TestLedger.event(TestLedger.SCHOOL + "/a", 1));
        }
        database.execute("muster_owner", "DELETE FROM muster.event WHERE position = 1");

        try (WriterSession session =
                WriterSession.open(database.as("muster_command"), GroupHook.NONE, InstantSource.system())) {
            assertThatThrownBy(() -> session.begin(0))
                    .isInstanceOf(LedgerUnsafeException.class)
                    .hasMessageContaining("gap");
        }
    }

    @Test
    void refusesALedgerThatEndsBeforeWhatWasAcknowledged() throws SQLException {
        TestDatabase database = TestDatabase.create();
        try (WriterSession session =
                WriterSession.open(database.as("muster_command"), GroupHook.NONE, InstantSource.system())) {
            assertThatThrownBy(() -> session.begin(7))
                    .isInstanceOf(LedgerUnsafeException.class)
                    .hasMessageContaining("position 7 was acknowledged");
        }
    }

    private static void assertRefused(DataSource database, String why) {
        try (LedgerWriter writer = new LedgerWriter(
                database, GroupHook.NONE, InstantSource.system(), LedgerSettings.DEFAULT, new CommitSignal())) {
            assertThatThrownBy(writer::start)
                    .isInstanceOf(LedgerUnsafeException.class)
                    .hasMessageContaining(why);
        }
    }
}
