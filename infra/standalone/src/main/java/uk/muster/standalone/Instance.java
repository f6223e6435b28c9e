package uk.muster.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running standalone instance, as {@code instance.json} in its data folder tells other programs.
 *
 * @param supervisor process id of the supervisor
 * @param commands base address of command-service, as {@code http://127.0.0.1:8080}
 * @param queries base address of query-service
 * @param ports of the stores on 127.0.0.1: {@code postgresql}, {@code kafka}, {@code documents}
 * @param processes process ids by name: the stores', {@code command-service}, {@code query-service}
 */
public record Instance(
        long supervisor, URI commands, URI queries, Map<String, Integer> ports, Map<String, Long> processes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The instance that runs on a data folder now.
     *
     * @param data the folder that was given to {@code ./muster up --data}
     * @return empty when none runs there
     */
    public static Optional<Instance> of(Path data) {
        var file = new DataFolder(data).instance();
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            var instance = JSON.readValue(Files.readString(file), Instance.class);
            return ProcessHandle.of(instance.supervisor())
                    .filter(ProcessHandle::isAlive)
                    .map(_ -> instance);
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    void write(DataFolder folder) throws IOException {
        DataFolder.writePrivate(folder.instance(), JSON.writeValueAsString(this) + "\n");
    }
}
