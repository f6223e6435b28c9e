package uk.muster.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole instance as a child process of a test or a benchmark, started as {@code ./muster up} starts it. It ends with
 * {@link #close()}, and also when the process that started it ends in whatever way.
 */
public final class Standalone implements AutoCloseable {

    private static final Duration PATIENCE_TO_START = Duration.ofMinutes(3);
    private static final Duration PATIENCE_TO_END = Duration.ofSeconds(60);
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(50);

    private final DataFolder folder;
    private final Options options;
    private final Process supervisor;
    private final ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private Standalone(DataFolder folder, Options options, Process supervisor) {
        this.folder = folder;
        this.options = options;
        this.supervisor = supervisor;
        Thread.ofPlatform().daemon().name("standalone-output").start(this::readOutput);
    }

    /**
     * Starts an instance and returns when it is ready.
     *
     * @param data holds all state, from earlier starts too
     * @throws LaunchProblem when it ends or takes more than three minutes, with what it printed
     */
    public static Standalone start(Path data, Options options) throws IOException {
        return start(ClassPaths.find(), data, options);
    }

    static Standalone start(ClassPaths classPaths, Path data, Options options) throws IOException {
        var folder = new DataFolder(data);
        var jvm = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dmuster.home=" + classPaths.home(),
                "-cp",
                ClassPaths.own(),
                Tied.class.getName(),
                Up.class.getName(),
                "--data",
                folder.root().toString());
        var command = Stream.concat(jvm, options.arguments().stream()).toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var standalone = new Standalone(folder, options, process);
        standalone.awaitFirstReady();
        return standalone;
    }

    /** Base address of command-service. */
    public URI commands() {
        return URI.create("http://127.0.0.1:" + options.commandPort());
    }

    /** Base address of query-service. */
    public URI queries() {
        return URI.create("http://127.0.0.1:" + options.queryPort());
    }

    /** Issues what the instance accepts as bearer tokens. */
    public Tokens tokens() {
        return Tokens.of(folder.root());
    }

    /** Ports and process ids as they are now; a program that was started again has a new id. */
    public Instance instance() {
        return Instance.of(folder.root()).orElseThrow(() -> new IllegalStateException("It does not run: " + output()));
    }

    /** Process id of a program by its name: {@code postgresql}, {@code kafka}, {@code documents}, {@code command-service}, {@code query-service}. */
    public long pid(String name) {
        return instance().processes().get(name);
    }

    /** JDBC address of the ledger's database. */
    public String databaseUrl() {
        return Postgres.url(instance().ports().get(Postgres.NAME), Postgres.DATABASE);
    }

    /** Password of a database role: {@code muster} (superuser), {@code muster_owner}, {@code muster_command}, {@code muster_query}, {@code muster_access}. */
    public String databasePassword(String role) {
        return new Secrets(folder).password(role);
    }

    /** All that the launcher has printed so far, a line each. */
    public List<String> output() {
        return List.copyOf(output);
    }

    /** Kills a program as {@code kill -9} does and returns when that process is gone; the supervisor starts it again. */
    public void kill(String name) {
        ProcessHandle.of(pid(name)).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Kills the supervisor as {@code kill -9} does. The Java programs end by themselves then; PostgreSQL is ended by the next start. */
    public void killSupervisor() throws InterruptedException {
        supervisor.destroyForcibly().waitFor();
    }

    /**
     * Waits until every program runs and both services are ready.
     *
     * @throws LaunchProblem when that takes longer
     */
    public void awaitReady(Duration patience) {
        var until = Instant.now().plus(patience);
        while (!isReady()) {
            if (Instant.now().isAfter(until) || !supervisor.isAlive()) {
                throw new LaunchProblem(
                        "Muster is not ready after %s: %s".formatted(Console.seconds(patience), output()));
            }
            LockSupport.parkNanos(PROBE_INTERVAL.toNanos());
        }
    }

    private boolean isReady() {
        var processes = instance().processes();
        return processes.size() == Servers.NAMES.size()
                && processes.values().stream()
                        .allMatch(pid -> ProcessHandle.of(pid)
                                .filter(ProcessHandle::isAlive)
                                .isPresent())
                && saysReady(Servers.KAFKA)
                && saysReady(Servers.DOCUMENTS)
                && Readiness.of(commands())
                && Readiness.of(queries());
    }

    private boolean saysReady(String name) {
        return ProcessHandle.of(pid(name))
                .filter(Servers.readyFile(folder, name)::says)
                .isPresent();
    }

    /**
     * Interrupts the launcher as Ctrl-C does, and waits for it.
     *
     * @return its exit code
     */
    public int stop() throws InterruptedException {
        Commands.interrupt(supervisor.toHandle());
        if (!supervisor.waitFor(PATIENCE_TO_END)) {
            supervisor.destroyForcibly();
            throw new LaunchProblem("Muster does not end: " + output());
        }
        return supervisor.exitValue();
    }

    /** Ends the instance if it still runs. */
    @Override
    public void close() {
        try {
            if (supervisor.isAlive()) {
                stop();
            }
        } catch (InterruptedException e) {
            supervisor.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void readOutput() {
        try (var lines = supervisor.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith(Up.READY)) {
                    ready.complete(null);
                }
            }
        } catch (IOException e) {
            output.add("The output cannot be read any more: " + e);
        }
        ready.completeExceptionally(
                new LaunchProblem(output.stream().collect(Collectors.joining(System.lineSeparator()))));
    }

    private void awaitFirstReady() {
        try {
            ready.orTimeout(PATIENCE_TO_START.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof LaunchProblem problem
                    ? problem
                    : new LaunchProblem("Muster does not start: " + output(), e);
        }
    }
}
