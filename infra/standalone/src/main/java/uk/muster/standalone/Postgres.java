package uk.muster.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The ledger's database: a real PostgreSQL 18 on 127.0.0.1 with every write forced to disk before it is answered. */
final class Postgres implements Server {

    static final String NAME = "postgresql";
    static final String DATABASE = "muster";
    private static final String SUPERUSER = "muster";
    private static final List<String> ROLES =
            List.of("muster_owner", "muster_command", "muster_query", "muster_access");

    private final DataFolder folder;
    private final Secrets secrets;
    private final int port;
    private final PostgresPrograms programs;
    private boolean rolesMade;

    Postgres(DataFolder folder, Secrets secrets, int port, PostgresPrograms programs) {
        this.folder = folder;
        this.secrets = secrets;
        this.port = port;
        this.programs = programs;
    }

    @Override
    public String name() {
        return NAME;
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    static Path cluster(DataFolder folder) {
        return folder.postgresql().resolve("cluster");
    }

    /** Unpacks the programs and makes the cluster, each whole or not at all. */
    @Override
    public void prepare() throws IOException, InterruptedException {
        programs.unpack();
        if (Files.exists(cluster(folder))) {
            return;
        }
        secrets.password(SUPERUSER);
        var fresh = DataFolder.makeAnew(folder.postgresql().resolve("cluster-in-the-making"));
        programs.own(fresh);
        var log = folder.log("initdb");
        var made = new ProcessBuilder(programs.command(
                        "initdb",
                        List.of(
                                "--pgdata=" + fresh,
                                "--username=" + SUPERUSER,
                                "--pwfile=" + folder.secrets().resolve(SUPERUSER),
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (exitCode(made) != 0) {
            throw new LaunchProblem("PostgreSQL could not make its data folder; %s says why.".formatted(log));
        }
        Files.move(fresh, cluster(folder), StandardCopyOption.ATOMIC_MOVE);
    }

    private static int exitCode(Process process) throws InterruptedException {
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    @Override
    public ProcessBuilder command() {
        var settings = List.of(
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=384MB",
                "max_wal_size=2GB",
                "io_method=sync",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                "cluster_name=muster");
        var arguments = Stream.concat(
                Stream.of("-D", cluster(folder).toString()), settings.stream().flatMap(s -> Stream.of("-c", s)));
        return new ProcessBuilder(Commands.server(programs.command("postgres", arguments.toList())));
    }

    /** It answers when roles, schema and passwords are as they should be, which the first question sees to. */
    @Override
    public boolean answers(ProcessHandle process) {
        try {
            if (!rolesMade) {
                makeDatabase();
                makeRoles();
                rolesMade = true;
                return true;
            }
            try (var connection = connect(DATABASE)) {
                return connection.isValid(1);
            }
        } catch (SQLException e) {
            return false;
        }
    }

    private void makeDatabase() throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
            if (!found.next()) {
                connection.createStatement().execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private void makeRoles() throws SQLException {
        try (var connection = connect(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute(resource("roles.sql"));
            for (var role : ROLES) {
                statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(role, secrets.password(role)));
            }
        }
    }

    static String resource(String name) {
        try (var text = Postgres.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.password(SUPERUSER));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(url(port, database), properties);
    }

    /** An interrupt is PostgreSQL's fast shutdown: it does not wait for its clients to go. */
    @Override
    public void askToEnd(ProcessHandle process) {
        Commands.interrupt(process);
    }
}
