package uk.muster.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How programs are started and signalled on this machine. */
final class Commands {

    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    private static final List<String> AS_SERVER = asServer();

    private Commands() {}

    /**
     * The command as a server of this machine, as far as its system can do that.
     *
     * <ul>
     *   <li>In a session of its own: an interrupt typed at the terminal reaches the supervisor alone, which then ends everything in order.
     *   <li>Scheduled as batch work: six programs share the processors, and each finishes what it is at before another that was woken takes its place.
     *       More is done at a time then, and on a machine with time to spare nothing waits.
     * </ul>
     */
    static List<String> server(List<String> command) {
        return Stream.concat(AS_SERVER.stream(), command.stream()).toList();
    }

    private static List<String> asServer() {
        var prefix = new ArrayList<String>();
        var batch = List.of("chrt", "--batch", "0");
        if (onPath("chrt")
                && succeeds(Stream.concat(batch.stream(), Stream.of("true")).toList())) {
            prefix.addAll(batch);
        }
        if (onPath("setsid")) {
            prefix.add("setsid");
        }
        return prefix;
    }

    static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(Path::of)
                .anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
    }

    /**
     * A Java program, run by the same Java as this one and tied to it.
     *
     * @param folder named on the command line, so that a process shows which instance it belongs to
     */
    static List<String> java(
            DataFolder folder, List<String> options, String classPath, String mainClass, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dmuster.data=" + folder.root());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(hugePages());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, Tied.class.getName(), mainClass));
        command.addAll(List.of(arguments));
        return server(command);
    }

    /** Heap and code on large pages, where Linux gives them to who asks: programs that take turns on a processor find their way back sooner. */
    private static List<String> hugePages() {
        try {
            return Files.readString(HUGE_PAGES).contains("[never]")
                    ? List.of()
                    : List.of("-XX:+UseTransparentHugePages");
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Sends an interrupt, for which Java has no call of its own. A process that has ended meanwhile is no fault. */
    static void interrupt(ProcessHandle process) {
        succeeds(List.of("sh", "-c", "kill -INT " + process.pid()));
    }

    /** Runs a short command to its end and tells whether there is such a command and it returned 0. */
    static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
