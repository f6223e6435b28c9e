package uk.muster.command.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * {@code BackupProgram FOLDER}: makes a backup of the database that {@code MUSTER_DATABASE_URL}, {@code MUSTER_DATABASE_USER} and
 * {@code MUSTER_DATABASE_PASSWORD} name. Ends with 0, or with 1 and a sentence.
 */
public final class BackupProgram {

    private BackupProgram() {}

    public static void main(String[] arguments) {
        try {
            PGSimpleDataSource database = database();
            Path file = new Backups(Path.of(arguments[0])).make(database, now(database), System.out::println);
            System.out.println("The backup is whole: " + file + ", " + Files.size(file) + " bytes");
        } catch (BackupException | IOException | SQLException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static PGSimpleDataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(System.getenv("MUSTER_DATABASE_URL"));
        database.setUser(System.getenv("MUSTER_DATABASE_USER"));
        database.setPassword(System.getenv("MUSTER_DATABASE_PASSWORD"));
        return database;
    }

    /** Business time: a trial's where there is one. */
    private static Instant now(PGSimpleDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT business_time, machine_time FROM muster.business_clock")) {
            Instant machine = Instant.now();
            if (!rows.next()) {
                return machine;
            }
            Duration ahead =
                    Duration.between(rows.getObject(2, OffsetDateTime.class), rows.getObject(1, OffsetDateTime.class));
            return machine.plus(ahead);
        }
    }
}
