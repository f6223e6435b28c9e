package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger is append-only by database right, whatever the services' code does. */
class LedgerRightsTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static TestDatabase database;

    @BeforeAll
    static void anEventIsRecorded() {
        database = TestDatabase.create();
        try (TestLedger ledger = TestLedger.open(database, GroupHook.NONE, java.time.InstantSource.system())) {
            ledger.append(TestLedger.event(TestLedger.SCHOOL + "/a", 0));
        }
    }

    @AfterAll
    static void theEventIsStillThere() throws SQLException {
        assertThat(LedgerWriterTest.count(database, "muster.event")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "muster_command, UPDATE muster.event SET type = 'other.v1'",
        "muster_command, DELETE FROM muster.event",
        "muster_command, TRUNCATE muster.event",
        "muster_command, ALTER TABLE muster.event DISABLE TRIGGER ALL",
        "muster_command, DROP TABLE muster.event",
        "muster_query, UPDATE muster.event SET type = 'other.v1'",
        "muster_query, DELETE FROM muster.event",
        "muster_query, TRUNCATE muster.event",
        "muster_query, INSERT INTO muster.event SELECT * FROM muster.event",
        "muster_query, DELETE FROM muster.roll_spell",
        "muster_query, INSERT INTO muster.subject_key (subject) VALUES ('p')",
        "muster_query, SELECT * FROM muster.idempotency",
        "muster_access, UPDATE muster.record_read SET pupils = '{}'",
        "muster_access, DELETE FROM muster.record_read",
        "muster_access, TRUNCATE muster.record_read",
        "muster_access, SELECT * FROM muster.event",
        "muster_access, SELECT * FROM muster.subject_key",
        "muster_query, SELECT * FROM muster.record_read",
        "muster_command, SELECT * FROM muster.record_read",
        "muster_command, UPDATE muster.subject_key SET subject = 'other'",
        "muster_command, DELETE FROM muster.subject_key",
        "muster_query, UPDATE muster.subject_key SET wrapped = NULL",
    })
    void refuses(String role, String statement) {
        assertThatThrownBy(() -> database.execute(role, statement))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @ParameterizedTest
    @CsvSource({
        "muster_query, SELECT * FROM muster.event",
        "muster_query, SELECT * FROM muster.subject_key",
        "muster_query, SELECT * FROM muster.roll_pupil JOIN muster.roll_spell USING (pupil)",
        "muster_query, SELECT * FROM muster.business_clock",
        "muster_command, 'INSERT INTO muster.subject_key (subject, academic_year, wrapped, created_at) VALUES (''p'', 2026, '''', now())'",
        "muster_command, DELETE FROM muster.roll_pupil",
        "muster_command, DELETE FROM muster.idempotency",
        "muster_access, SELECT * FROM muster.record_read",
        "muster_access, INSERT INTO muster.record_read SELECT * FROM muster.record_read",
    })
    void allows(String role, String statement) {
        org.assertj.core.api.Assertions.assertThatCode(() -> database.execute(role, statement))
                .doesNotThrowAnyException();
    }

    @Test
    void theOwnerAloneRunsTheMigration() {
        assertThatThrownBy(() -> database.execute("muster_command", "CREATE TABLE muster.another (n integer)"))
                .isInstanceOf(SQLException.class);
    }
}
