package uk.muster.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code ./muster up}: starts an instance, says when it is ready, and runs until it is interrupted. */
@Command(
        name = "muster up",
        description = "Starts everything on this machine and runs until interrupted.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Up implements Callable<Integer> {

    /** How the one line begins that says both services are ready. */
    static final String READY = "Muster is ready";

    private static final int HIGHEST_PORT = 65_535;
    private static final int IDENTITY_PORT = 8082;
    private static final Duration PATIENCE_TO_END = Duration.ofSeconds(25);

    /** A program writes its cache when it ends. */
    private static final Duration PATIENCE_TO_RECORD = Duration.ofMinutes(3);

    @Option(names = "--data", paramLabel = "DIR", description = "The folder that holds all state (default: ./data).")
    private Path data = Path.of("data");

    @Option(names = "--command-port", paramLabel = "PORT", description = "Where commands are taken (default: 8080).")
    private int commandPort = 8080;

    @Option(names = "--query-port", paramLabel = "PORT", description = "Where queries are answered (default: 8081).")
    private int queryPort = 8081;

    @Option(
            names = "--identity-port",
            paramLabel = "PORT",
            description = "Where people sign in to the console (default: 8082, or a free port when that is taken).")
    private @Nullable Integer identityPort;

    @Option(
            names = "--clock",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "Begin the business clock at this instant, as 2026-09-07T08:00:00+01:00.")
    private @Nullable Instant clock;

    @Option(names = "--rebuild", description = "Build the read models anew from the ledger's events.")
    private boolean rebuild;

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "Start once to make the caches of later starts, and end.")
    private boolean rehearse;

    private final Console console = new Console(System.out);
    private volatile int exitCode;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Up()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        try {
            run();
            return exitCode;
        } catch (LaunchProblem problem) {
            exitCode = 1;
            System.err.println(problem.getMessage());
            return exitCode;
        } catch (IOException | UncheckedIOException e) {
            exitCode = 1;
            System.err.println(
                    "The data folder %s cannot be used (%s): see to that, or choose another folder with --data."
                            .formatted(data, e.getMessage()));
            return exitCode;
        }
    }

    private void run() throws IOException, InterruptedException {
        var begun = Instant.now();
        if (rehearse) {
            var free = new Ports();
            commandPort = free.free();
            queryPort = free.free();
            identityPort = free.free();
        }
        int identity = identityPort == null ? unclaimedPort() : identityPort;
        checkPorts(identity);
        var folder = new DataFolder(data);
        folder.makeUsable();
        var lock = FolderLock.take(folder);
        console.say("Muster on Java %s, data in %s".formatted(Runtime.version().feature(), folder.root()));
        new Leftovers(folder, console).end();
        var secrets = new Secrets(folder);
        secrets.make();
        var classPaths = ClassPaths.find();
        var caches = StartCaches.of(classPaths, rehearse);
        var servers = new Servers(
                folder,
                new Options(commandPort, queryPort, identity, Optional.ofNullable(clock), rebuild),
                classPaths,
                caches,
                secrets);
        var supervisor = new Supervisor(folder, servers, console, rehearse ? PATIENCE_TO_RECORD : PATIENCE_TO_END);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(supervisor, lock), "end"));
        supervisor.start();
        console.say("%s: commands %s  queries %s".formatted(READY, servers.commandAddress(), servers.queryAddress()));
        console.say("  console %s".formatted(servers.queryAddress()));
        console.say("  started in %s; end it with Ctrl-C"
                .formatted(Console.seconds(Duration.between(begun, Instant.now()))));
        if (!rehearse) {
            new CountDownLatch(1).await();
        }
    }

    /** Nobody has to know where people sign in: the console leads there. So two instances start side by side without this option. */
    private int unclaimedPort() {
        return commandPort != IDENTITY_PORT && queryPort != IDENTITY_PORT && Ports.isFree(IDENTITY_PORT)
                ? IDENTITY_PORT
                : new Ports(commandPort, queryPort).free();
    }

    private void checkPorts(int identity) {
        if (commandPort == queryPort || commandPort == identity || queryPort == identity) {
            throw new LaunchProblem(
                    "Commands, queries and the sign-in need a port each: give --command-port, --query-port and --identity-port different ones.");
        }
        checkPort(identity, "--identity-port");
        checkPort(commandPort, "--command-port");
        checkPort(queryPort, "--query-port");
    }

    private static void checkPort(int port, String option) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new LaunchProblem("%d is no port: give %s one from 1 to %d.".formatted(port, option, HIGHEST_PORT));
        }
        if (!Ports.isFree(port)) {
            throw new LaunchProblem(
                    "Port %d is taken by another program: stop that one, or choose another port with %s."
                            .formatted(port, option));
        }
    }

    /** Runs on an interrupt, on a request to end and when a start fails; decides the exit code, which a signal would make its own. */
    private void end(Supervisor supervisor, FolderLock lock) {
        var begun = Instant.now();
        console.say("Stopping");
        try {
            supervisor.end();
            lock.release();
            console.say("Muster has stopped in %s".formatted(Console.seconds(Duration.between(begun, Instant.now()))));
        } catch (InterruptedException | IOException | RuntimeException e) {
            System.err.println("Muster could not stop cleanly: " + e);
            exitCode = 1;
        }
        Runtime.getRuntime().halt(exitCode);
    }

    private static final class InstantConverter implements ITypeConverter<Instant> {

        @Override
        public Instant convert(String value) {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'%s' is no instant: write it with its offset, as 2026-09-07T08:00:00+01:00".formatted(value));
            }
        }
    }
}
