package uk.muster.standalone;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * A server that is a Java program.
 *
 * @param environment over what this process has itself
 * @param onceOnly environment of the first start alone, which a restart after a fault must not repeat
 */
record JavaServer(
        String name,
        List<String> commandLine,
        Map<String, String> environment,
        Map<String, String> onceOnly,
        AtomicBoolean started,
        Predicate<ProcessHandle> probe)
        implements Server {

    JavaServer(String name, List<String> commandLine, Predicate<ProcessHandle> probe) {
        this(name, commandLine, Map.of(), Map.of(), probe);
    }

    JavaServer(
            String name,
            List<String> commandLine,
            Map<String, String> environment,
            Map<String, String> onceOnly,
            Predicate<ProcessHandle> probe) {
        this(name, commandLine, environment, onceOnly, new AtomicBoolean(), probe);
    }

    @Override
    public ProcessBuilder command() {
        var builder = new ProcessBuilder(commandLine);
        var variables = builder.environment();
        variables.keySet().removeIf(key -> key.startsWith("MUSTER_") || key.startsWith("SERVER_"));
        variables.putAll(environment);
        if (!started.getAndSet(true)) {
            variables.putAll(onceOnly);
        }
        return builder;
    }

    @Override
    public boolean answers(ProcessHandle process) {
        return probe.test(process);
    }
}
