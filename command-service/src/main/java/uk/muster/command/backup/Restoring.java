package uk.muster.command.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * Puts a backup into a database that holds no ledger: the schema as it was then, every table, and of the destructions since those of
 * pupils of whom nothing else was kept. All of it or nothing.
 */
final class Restoring {

    private static final String DESTROY =
            "UPDATE muster.subject_key SET wrapped = NULL, destroyed_at = now() WHERE subject = ANY (?) AND academic_year = ? AND wrapped IS NOT NULL";
    private static final List<String> BY_PUPIL = List.of("roll_spell", "roll_pupil", "absent_mark");

    private final DataSource owner;
    private final Progress progress;

    /** @param owner of the schema */
    Restoring(DataSource owner, Progress progress) {
        this.owner = owner;
        this.progress = progress;
    }

    /**
     * @param destructions since the backup was made, and before; what it does not hold is passed over
     * @throws BackupException when the database holds a ledger already, or can't be written
     */
    void restore(BackupFile backup, Collection<Destruction> destructions) {
        Manifest manifest = backup.manifest();
        Flyway.configure()
                .dataSource(owner)
                .schemas("muster")
                .defaultSchema("muster")
                .target(manifest.schema())
                .load()
                .migrate();
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            refuseALedger(connection);
            for (Manifest.Table table : manifest.tables()) {
                copy(connection, backup, table);
            }
            goOnCounting(connection, manifest.identities());
            int destroyed = destroy(connection, destructions);
            connection.commit();
            progress.say(
                    "  " + destroyed + " keys of pupils of whom no other is left are destroyed again; what else was"
                            + " destroyed since goes with the first start");
        } catch (SQLException | IOException e) {
            throw new BackupException("The backup can't be put into the database (" + e.getMessage() + ").", e);
        }
    }

    private static void refuseALedger(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT EXISTS (SELECT FROM muster.event)")) {
            rows.next();
            if (rows.getBoolean(1)) {
                throw new BackupException(
                        "There is a ledger in this database: a backup is put into an empty one only.");
            }
        }
    }

    private void copy(Connection connection, BackupFile backup, Manifest.Table table) throws SQLException, IOException {
        try (InputStream in = new BufferedInputStream(backup.open(table), 1 << 16)) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY muster." + table.name() + " (" + String.join(", ", table.columns()) + ") FROM STDIN",
                            in);
            if (rows != table.rows()) {
                throw new BackupException(
                        "Of table " + table.name() + " " + rows + " of " + table.rows() + " rows were put back.");
            }
        }
        progress.say("  " + table.name() + ": " + table.rows() + " rows");
    }

    private static void goOnCounting(Connection connection, Map<String, Long> identities) throws SQLException {
        for (Map.Entry<String, Long> identity : identities.entrySet()) {
            String table = identity.getKey().substring(0, identity.getKey().indexOf('.'));
            String column = identity.getKey().substring(table.length() + 1);
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE muster." + table + " ALTER COLUMN " + column + " RESTART WITH "
                        + (identity.getValue() + 1));
            }
        }
    }

    private static int destroy(Connection connection, Collection<Destruction> destructions) throws SQLException {
        int destroyed = 0;
        for (Destruction each : destructions) {
            try (PreparedStatement statement = connection.prepareStatement(DESTROY)) {
                statement.setArray(
                        1, connection.createArrayOf("text", each.forgotten().toArray()));
                statement.setInt(2, each.year().startYear());
                destroyed += statement.executeUpdate();
            }
            for (String table : BY_PUPIL) {
                try (PreparedStatement statement =
                        connection.prepareStatement("DELETE FROM muster." + table + " WHERE pupil = ANY (?)")) {
                    statement.setArray(
                            1, connection.createArrayOf("text", each.forgotten().toArray()));
                    statement.executeUpdate();
                }
            }
        }
        return destroyed;
    }
}
