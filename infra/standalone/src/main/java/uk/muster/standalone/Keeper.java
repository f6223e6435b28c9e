package uk.muster.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Starts one {@link Server}, starts it again whenever it ends by itself, and ends it when told to. */
final class Keeper {

    private static final Duration PROBE_INTERVAL = Duration.ofMillis(50);
    private static final int ATTEMPTS_TO_START = 3;
    /** With this exit code (EX_CONFIG) a program says that its configuration is at fault: to start it again is of no use. */
    private static final int MISCONFIGURED = 78;

    private static final String CAUSE = "Caused by: ";
    private static final int LOGS_KEPT = 5;
    private static final int LOG_LINES_SHOWN = 12;

    private final Server server;
    private final DataFolder folder;
    private final Console console;
    private final Runnable onChange;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread thread;

    private volatile boolean ending;
    private volatile @Nullable Process process;

    /**
     * Starts nothing yet.
     *
     * @param onChange told after each start of the process
     */
    Keeper(Server server, DataFolder folder, Console console, Runnable onChange) {
        this.server = server;
        this.folder = folder;
        this.console = console;
        this.onChange = onChange;
        this.thread =
                Thread.ofPlatform().daemon().name("keeper-" + server.name()).unstarted(this::run);
    }

    String name() {
        return server.name();
    }

    /** The process that runs now, if any. */
    Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
    }

    void start() {
        thread.start();
    }

    /**
     * Waits until the server has answered for the first time.
     *
     * @throws LaunchProblem when it cannot be started or takes longer
     */
    void awaitReady(Duration patience) throws InterruptedException {
        try {
            ready.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            throw switch (e.getCause()) {
                case LaunchProblem problem -> problem;
                case TimeoutException _ ->
                    new LaunchProblem(
                            "%s does not answer after %s.%s".formatted(name(), Console.seconds(patience), lastLines()));
                default -> new LaunchProblem("%s could not be started: %s".formatted(name(), e.getCause()), e);
            };
        }
    }

    /** Ends the server: asks, waits, and kills what is still there. Returns when the process is gone. */
    void end(Duration patience) throws InterruptedException {
        Process last;
        synchronized (this) {
            ending = true;
            last = process;
        }
        thread.interrupt();
        if (last == null) {
            thread.join(patience);
            return;
        }
        server.askToEnd(last.toHandle());
        if (!last.waitFor(patience)) {
            console.say("%s does not end by itself and is killed.".formatted(name()));
            last.destroyForcibly().waitFor();
        }
        try {
            Files.deleteIfExists(folder.processFile(name()));
        } catch (IOException e) {
            console.say("%s cannot be deleted: %s".formatted(folder.processFile(name()), e));
        }
    }

    private void run() {
        try {
            var begun = Instant.now();
            rotateLogs();
            server.prepare();
            keepRunning(begun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            ready.completeExceptionally(e);
        }
    }

    private void keepRunning(Instant firstBegun) throws IOException, InterruptedException {
        var backOff = new BackOff();
        for (int attempt = 1; ; attempt++) {
            var begun = attempt == 1 ? firstBegun : Instant.now();
            var current = spawn();
            if (current == null) {
                return;
            }
            boolean answered = awaitAnswer(current, begun);
            int code = current.waitFor();
            if (ending) {
                return;
            }
            if (!ready.isDone() && code == MISCONFIGURED) {
                throw new LaunchProblem(lastCause());
            }
            if (!ready.isDone() && attempt == ATTEMPTS_TO_START) {
                throw new LaunchProblem("%s ends by itself (exit code %d) and cannot be started.%s"
                        .formatted(name(), code, lastLines()));
            }
            var pause = backOff.next(answered, Duration.between(begun, Instant.now()));
            console.say("  %-16s ended with exit code %d; starting it again in %s; see %s"
                    .formatted(name(), code, Console.seconds(pause), folder.log(name())));
            Thread.sleep(pause);
        }
    }

    private synchronized @Nullable Process spawn() throws IOException {
        if (ending) {
            return null;
        }
        var log = folder.log(name()).toFile();
        var started = server.command()
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        process = started;
        Leftovers.note(folder, name(), started.toHandle());
        onChange.run();
        return started;
    }

    private boolean awaitAnswer(Process current, Instant begun) throws InterruptedException {
        do {
            if (server.answers(current.toHandle())) {
                console.say("  %-16s %s in %s"
                        .formatted(
                                name(),
                                ready.isDone() ? "runs again" : "ready",
                                Console.seconds(Duration.between(begun, Instant.now()))));
                ready.complete(null);
                return true;
            }
        } while (!current.waitFor(PROBE_INTERVAL));
        return false;
    }

    private void rotateLogs() throws IOException {
        var log = folder.log(name());
        DataFolder.makePrivate(log.getParent());
        for (int age = LOGS_KEPT - 1; age >= 0; age--) {
            if (Files.exists(aged(log, age))) {
                Files.move(aged(log, age), aged(log, age + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path aged(Path log, int age) {
        return age == 0 ? log : log.resolveSibling(log.getFileName() + "." + age);
    }

    /** What a Java program's last failure came from, which is a sentence where a program ends of its own will. */
    private String lastCause() throws IOException {
        try (var lines = Files.lines(folder.log(name()))) {
            return lines.filter(line -> line.startsWith(CAUSE))
                    .reduce((_, later) -> later)
                    .map(line -> line.replaceFirst("^" + CAUSE + "[\\w.$]+: ", ""))
                    .orElseGet(() -> "%s will not start.%s".formatted(name(), lastLines()));
        }
    }

    private String lastLines() {
        var log = folder.log(name());
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            var last = all.subList(Math.max(0, all.size() - LOG_LINES_SHOWN), all.size());
            return " The end of %s:%n    %s".formatted(log, String.join(System.lineSeparator() + "    ", last));
        } catch (IOException | UncheckedIOException e) {
            return " Its log would be " + log + ".";
        }
    }
}
