package uk.muster.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What a supervisor that was killed left running: servers of this data folder and of no other. A process counts as left
 * over when its id is on file, it began when the file says and its command line names this folder.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Start instants of one process, read twice, differ by rounding when the machine's clock is set. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final DataFolder folder;
    private final Console console;

    Leftovers(DataFolder folder, Console console) {
        this.folder = folder;
        this.console = console;
    }

    /** Puts on file that this process serves the folder under that name. */
    static void note(DataFolder folder, String name, ProcessHandle process) throws IOException {
        var begun = process.info().startInstant().orElseGet(Instant::now);
        DataFolder.writePrivate(folder.processFile(name), process.pid() + " " + begun + "\n");
    }

    /** Ends them, and says so. To be called by who holds the folder's lock, as nobody else can then be their supervisor. */
    void end() throws IOException, InterruptedException {
        DataFolder.makePrivate(folder.run());
        for (var file : processFiles()) {
            var left = leftOver(file);
            if (left.isPresent()) {
                endOne(nameOf(file), left.get());
            }
            Files.delete(file);
        }
        var postmaster = postmaster();
        if (postmaster.isPresent()) {
            endOne(Postgres.NAME, postmaster.get());
        }
    }

    private List<Path> processFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.run())) {
            return files.filter(file -> file.toString().endsWith(".pid")).toList();
        }
    }

    private static String nameOf(Path processFile) {
        return processFile.getFileName().toString().replaceFirst("\\.pid$", "");
    }

    private Optional<ProcessHandle> leftOver(Path processFile) throws IOException {
        var words = Files.readString(processFile).strip().split(" ", -1);
        if (words.length != 2) {
            return Optional.empty();
        }
        var noted = Instant.parse(words[1]);
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(process -> process.info()
                        .startInstant()
                        .filter(begun -> Duration.between(begun, noted).abs().compareTo(SAME_START) <= 0)
                        .isPresent())
                .filter(this::namesThisFolder);
    }

    /** PostgreSQL's own note, in case its supervisor was killed before it made one. */
    private Optional<ProcessHandle> postmaster() throws IOException {
        var note = Postgres.cluster(folder).resolve("postmaster.pid");
        if (Files.notExists(note)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(note)) {
            return lines.findFirst()
                    .filter(pid -> pid.matches("[0-9]+"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(this::namesThisFolder);
        }
    }

    private boolean namesThisFolder(ProcessHandle process) {
        var java = "-Dmuster.data=" + folder.root();
        var cluster = Postgres.cluster(folder).toString();
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(argument -> argument.equals(java) || argument.equals(cluster));
    }

    private void endOne(String name, ProcessHandle process) throws InterruptedException {
        if (name.equals(Postgres.NAME)) {
            Commands.interrupt(process);
        } else {
            process.destroy();
        }
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        console.say("  %-16s was left running by an earlier start on this folder (process %d) and has been stopped"
                .formatted(name, process.pid()));
    }
}
