package uk.muster.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Processor seconds that named processes and their descendants have used, by {@code /proc/<pid>/stat} (Linux). */
public final class ProcessorTime {

    /** The kernel's unit of these figures to every program, USER_HZ. */
    private static final double TICKS_A_SECOND = 100;

    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private ProcessorTime() {}

    /** @param processes process ids by name */
    public static Map<String, Double> seconds(Map<String, Long> processes) {
        Map<String, Double> seconds = new TreeMap<>();
        processes.forEach((name, pid) -> ProcessHandle.of(pid)
                .ifPresent(process -> seconds.put(
                        name,
                        Stream.concat(Stream.of(process), process.descendants())
                                .mapToDouble(ProcessorTime::seconds)
                                .sum())));
        return seconds;
    }

    /** Those of this process alone. */
    public static double own() {
        return seconds(ProcessHandle.current());
    }

    /** What was used between two readings, by name. */
    public static Map<String, Double> between(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> used = new TreeMap<>();
        after.forEach((name, seconds) -> used.put(name, seconds - before.getOrDefault(name, 0.0)));
        return used;
    }

    /** The fields after the program's name, which stands in brackets and may hold spaces; 0 for a process that has gone. */
    private static double seconds(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS_A_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }
}
