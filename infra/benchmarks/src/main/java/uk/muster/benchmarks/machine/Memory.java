package uk.muster.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Bytes of memory that named processes and their descendants hold, looked at every five seconds, by {@code /proc/<pid>/smaps_rollup} (Linux). A page that
 * several share counts in parts, so that PostgreSQL's buffers are not counted once for each of its processes.
 */
public final class Memory implements AutoCloseable {

    /** Between two samples, which cost the processors that are being measured. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final String SHARE = "Pss:";

    private final Map<String, Long> processes;
    private final Map<String, Long> peak = new ConcurrentSkipListMap<>();
    private final Thread watcher;

    /** @param processes process ids by name */
    public Memory(Map<String, Long> processes) {
        this.processes = Map.copyOf(processes);
        this.watcher = Thread.ofPlatform().daemon().name("memory").start(this::watch);
    }

    /** What they hold now, by name. */
    public Map<String, Long> now() {
        Map<String, Long> bytes = new TreeMap<>();
        processes.forEach((name, pid) -> ProcessHandle.of(pid)
                .ifPresent(process -> bytes.put(
                        name,
                        Stream.concat(Stream.of(process), process.descendants())
                                .mapToLong(Memory::bytes)
                                .sum())));
        return bytes;
    }

    /** The most each was seen to hold. */
    public Map<String, Long> peak() {
        return new TreeMap<>(peak);
    }

    private void watch() {
        try {
            while (true) {
                now().forEach((name, bytes) -> peak.merge(name, bytes, Math::max));
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** 0 for a process that has gone, or that belongs to somebody else. */
    private static long bytes(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(SHARE))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D+", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
