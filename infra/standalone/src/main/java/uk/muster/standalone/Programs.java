package uk.muster.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a short program of command-service on an instance's database, to its end and on this screen. */
final class Programs {

    private static final String BACKUP = "uk.muster.command.backup.BackupProgram";
    private static final String RESTORE = "uk.muster.command.backup.RestoreProgram";

    private final Secrets secrets;
    private final int postgresPort;

    Programs(Secrets secrets, int postgresPort) {
        this.secrets = secrets;
        this.postgresPort = postgresPort;
    }

    /** Whether it went well; why not is on the screen. */
    boolean backUp(Path to) throws IOException, InterruptedException {
        return run(BACKUP, List.of(to.toString()));
    }

    /** The same for what {@code RestoreProgram} takes. */
    boolean restore(List<String> arguments) throws IOException, InterruptedException {
        return run(RESTORE, arguments);
    }

    private boolean run(String mainClass, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                "-cp",
                ClassPaths.find().of(Servers.COMMANDS),
                mainClass));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).inheritIO();
        var environment = builder.environment();
        environment.put("MUSTER_DATABASE_URL", Postgres.url(postgresPort, Postgres.DATABASE));
        environment.put("MUSTER_DATABASE_USER", "muster_owner");
        environment.put("MUSTER_DATABASE_PASSWORD", secrets.password("muster_owner"));
        var process = builder.start();
        try {
            return process.waitFor() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
