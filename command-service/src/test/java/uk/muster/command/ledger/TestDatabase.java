package uk.muster.command.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database with the ledger's schema, on one real PostgreSQL for all tests of a JVM, as durable as the service demands. */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new, empty ledger. */
    public static TestDatabase create() {
        TestDatabase database = new TestDatabase("ledger_" + NUMBER.incrementAndGet());
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database.name + " OWNER muster_owner");
        } catch (SQLException e) {
            throw new IllegalStateException("The test's database could not be made.", e);
        }
        Flyway.configure()
                .dataSource(database.as("muster_owner"))
                .defaultSchema("muster")
                .load()
                .migrate();
        return database;
    }

    String name() {
        return name;
    }

    /** Opens sessions in the role. */
    public PGSimpleDataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {Server.POSTGRES.getPort()});
        source.setDatabaseName(name);
        source.setUser(role);
        return source;
    }

    /** Ends every session of the role on this database, as an administrator or a crash would. */
    public void terminateSessionsOf(String role) throws SQLException {
        execute(
                "postgres",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + role + "' AND datname = '"
                        + name + "'");
    }

    public void execute(String role, String sql) throws SQLException {
        try (Connection connection = as(role).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                try (Connection connection = postgres.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    for (String role :
                            new String[] {"muster_owner", "muster_command", "muster_query", "muster_access"}) {
                        statement.execute("CREATE ROLE " + role + " LOGIN");
                    }
                }
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL did not start.", e);
            } catch (SQLException e) {
                throw new IllegalStateException("The roles could not be made.", e);
            }
        }
    }
}
