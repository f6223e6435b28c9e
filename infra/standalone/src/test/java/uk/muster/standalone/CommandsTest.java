package uk.muster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private static final List<String> OWN_STATE = List.of("sh", "-c", "cat /proc/$$/stat");

    /** Fields of {@code /proc/PID/stat} after the program's name, from 0; see proc(5). */
    private static final int SESSION = 3;

    private static final int POLICY = 38;
    private static final String BATCH = "3";

    @Test
    void aServerIsBatchWorkInASessionOfItsOwn() throws IOException {
        List<String> server = Commands.server(OWN_STATE);
        if (!Commands.succeeds(List.of("chrt", "--batch", "0", "setsid", "true"))) {
            assertThat(server).as("as far as this system can do it").endsWith(OWN_STATE.toArray(String[]::new));
            return;
        }
        Process process = new ProcessBuilder(server).start();
        String state = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String[] fields = state.substring(state.indexOf(')') + 2).split(" ", -1);

        assertThat(fields[SESSION]).isEqualTo(Long.toString(process.pid()));
        assertThat(fields[POLICY]).isEqualTo(BATCH);
    }
}
