package uk.muster.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.muster.standalone.Standalone;

/** What an instance said and did last: a failure that a kill's moment decides is hard to see twice. */
final class LastWords {

    private static final int LINES = 60;

    private LastWords() {}

    /** The ends of the logs, and what command-service's threads are at. */
    static String of(Standalone muster, Path data) {
        try {
            return logs(data.resolve("logs")) + "\n" + threads(muster.pid("command-service"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String logs(Path folder) throws IOException {
        StringBuilder ends = new StringBuilder();
        for (String service : List.of("command-service", "query-service", "documents")) {
            List<String> lines = Files.readAllLines(folder.resolve(service + ".log"));
            ends.append(Stream.concat(
                            Stream.of("", service + ":"), lines.stream().skip(Math.max(0, lines.size() - LINES)))
                    .collect(Collectors.joining("\n")));
        }
        return ends.toString();
    }

    private static String threads(long pid) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process dump = new ProcessBuilder(jcmd, Long.toString(pid), "Thread.print")
                .redirectErrorStream(true)
                .start();
        return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
