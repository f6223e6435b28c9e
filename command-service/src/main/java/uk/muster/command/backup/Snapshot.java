package uk.muster.command.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all tables as they were at one moment into a file, while others go on reading and writing them: one transaction that is read only and sees one
 * state of the database, each table streamed and compressed as it comes.
 */
final class Snapshot {

    static final String MANIFEST = "manifest.json";
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLES = """
            SELECT relname FROM pg_class WHERE relnamespace = 'muster'::regnamespace AND relkind = 'r'
                AND relname <> 'flyway_schema_history' ORDER BY relname
            """;
    private static final String IDENTITIES = """
            SELECT attrelid::regclass::text, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relnamespace = 'muster'::regnamespace AND relkind = 'r' AND attidentity <> ''
            """;

    private final DataSource database;
    private final Progress progress;

    Snapshot(DataSource database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    /** @throws BackupException when the database or the file can't be used */
    Manifest write(Path file, Instant now) {
        try (Connection connection = database.getConnection();
                OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16))) {
            begin(connection);
            Manifest manifest = write(connection, zip, now);
            connection.rollback();
            return manifest;
        } catch (SQLException e) {
            throw new BackupException("The database can't be read (" + e.getMessage() + ").", e);
        } catch (IOException e) {
            throw new BackupException("The backup can't be written to " + file + " (" + e.getMessage() + ").", e);
        }
    }

    private static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            statement.execute("SET LOCAL TimeZone = 'UTC'");
            statement.execute("SET LOCAL DateStyle = 'ISO'");
            statement.execute("SET LOCAL bytea_output = 'hex'");
        }
    }

    private Manifest write(Connection connection, ZipOutputStream zip, Instant now) throws SQLException, IOException {
        long position = number(connection, "SELECT coalesce(max(position), 0) FROM muster.event");
        List<Manifest.Table> tables = new ArrayList<>();
        for (String name : strings(connection, TABLES)) {
            tables.add(table(connection, zip, name, columns(connection, name)));
        }
        String schema = strings(
                        connection,
                        "SELECT version FROM muster.flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1")
                .getFirst();
        Manifest manifest =
                new Manifest(Manifest.FORMAT, now.toString(), schema, position, tables, identities(connection));
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(JSON.writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private Manifest.Table table(Connection connection, ZipOutputStream zip, String name, List<String> columns)
            throws SQLException, IOException {
        Measured measured = new Measured();
        Manifest.Table unmeasured = new Manifest.Table(name, columns, 0, "");
        zip.putNextEntry(new ZipEntry(unmeasured.entry()));
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY muster." + name + " (" + String.join(", ", columns) + ") TO STDOUT", measured.to(zip));
        zip.closeEntry();
        progress.say("  " + name + ": " + measured.rows() + " rows");
        return new Manifest.Table(name, columns, measured.rows(), measured.digest());
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        return strings(
                connection,
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'muster' AND table_name = '"
                        + table + "' ORDER BY ordinal_position");
    }

    private static Map<String, Long> identities(Connection connection) throws SQLException {
        Map<String, Long> last = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(IDENTITIES)) {
            while (rows.next()) {
                String table = rows.getString(1).replaceFirst("^muster\\.", "");
                String column = rows.getString(2);
                last.put(
                        table + "." + column,
                        number(connection, "SELECT coalesce(max(" + column + "), 0) FROM muster." + table));
            }
        }
        return last;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
