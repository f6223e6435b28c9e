package uk.muster.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Brings the programs of an instance up in the order in which they need each other and down in the reverse one. */
final class Supervisor {

    private static final Duration PATIENCE_TO_START = Duration.ofMinutes(3);

    private final DataFolder folder;
    private final Servers servers;
    private final Console console;
    private final Duration patienceToEnd;
    private final List<List<Keeper>> stages = new ArrayList<>();
    private boolean ending;

    /** @param patienceToEnd after which a program that was asked to end is killed */
    Supervisor(DataFolder folder, Servers servers, Console console, Duration patienceToEnd) {
        this.folder = folder;
        this.servers = servers;
        this.console = console;
        this.patienceToEnd = patienceToEnd;
    }

    /**
     * Starts everything and returns when both services are ready. The services wait for what they cannot begin without;
     * Kafka, which takes longest, they find by themselves.
     */
    void start() throws InterruptedException {
        console.say("Starting PostgreSQL, Kafka and the document store");
        var postgres = launch(servers.postgres());
        var documents = launch(servers.documents());
        var kafka = launch(servers.kafka());
        await(postgres);
        await(documents);
        console.say("Starting command-service, query-service and the console's sign-in");
        var services = launch(servers.commandService(), servers.queryService(), servers.identity());
        await(kafka);
        await(services);
    }

    /** Starts servers that end together, before those that were started earlier. */
    private synchronized List<Keeper> launch(Server... together) throws InterruptedException {
        if (ending) {
            throw new InterruptedException("ended while starting");
        }
        var keepers = Arrays.stream(together)
                .map(server -> new Keeper(server, folder, console, this::writeInstance))
                .toList();
        stages.addFirst(keepers);
        keepers.forEach(Keeper::start);
        return keepers;
    }

    private static void await(List<Keeper> keepers) throws InterruptedException {
        for (var keeper : keepers) {
            keeper.awaitReady(PATIENCE_TO_START);
        }
    }

    /** Ends everything that runs: the services, then broker and document store, PostgreSQL last. */
    void end() throws InterruptedException {
        List<List<Keeper>> inOrder;
        synchronized (this) {
            ending = true;
            inOrder = List.copyOf(stages);
        }
        for (var stage : inOrder) {
            CompletableFuture.allOf(stage.stream().map(this::end).toArray(CompletableFuture[]::new))
                    .join();
        }
        try {
            Files.deleteIfExists(folder.instance());
        } catch (IOException e) {
            console.say("%s cannot be deleted: %s".formatted(folder.instance(), e));
        }
    }

    private CompletableFuture<Void> end(Keeper keeper) {
        var ended = new CompletableFuture<Void>();
        Thread.ofPlatform().name("end-" + keeper.name()).start(() -> {
            try {
                keeper.end(patienceToEnd);
                ended.complete(null);
            } catch (InterruptedException | RuntimeException e) {
                ended.completeExceptionally(e);
            }
        });
        return ended;
    }

    private synchronized void writeInstance() {
        if (ending) {
            return;
        }
        Map<String, Long> processes = new TreeMap<>();
        stages.stream()
                .flatMap(List::stream)
                .forEach(keeper -> keeper.process().ifPresent(process -> processes.put(keeper.name(), process.pid())));
        var instance = new Instance(
                ProcessHandle.current().pid(),
                servers.commandAddress(),
                servers.queryAddress(),
                servers.storePorts(),
                processes);
        try {
            instance.write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
