package uk.muster.command.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.muster.http.problem.Problem;

/** Takes a batch off the wire: at most 32 MiB and 10,000 lines, checked before the first is looked at. */
final class BatchLines {

    private static final int LARGEST = 32 * 1024 * 1024;
    private static final int MOST_LINES = 10_000;

    private BatchLines() {}

    /**
     * The whole body.
     *
     * @throws uk.muster.http.problem.ProblemException 413 beyond 32 MiB
     */
    static byte[] read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        return bytes;
    }

    /**
     * The lines, empty ones too, so that each keeps its number.
     *
     * @throws uk.muster.http.problem.ProblemException 413 beyond 10,000 of them
     */
    static List<byte[]> of(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            boolean end = i == bytes.length;
            if (end ? from < i : bytes[i] == '\n') {
                if (lines.size() == MOST_LINES) {
                    throw tooLarge();
                }
                lines.add(Arrays.copyOfRange(bytes, from, i));
                from = i + 1;
            }
        }
        return lines;
    }

    private static RuntimeException tooLarge() {
        return Problem.tooLarge("A batch has at most 10,000 lines and 32 MiB.").asException();
    }
}
