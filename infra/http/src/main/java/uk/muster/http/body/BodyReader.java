package uk.muster.http.body;

import java.io.IOException;
import java.io.InputStream;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemException;

/** Takes a body off the wire without ever holding more of it than is allowed. */
final class BodyReader {

    private BodyReader() {}

    /**
     * @param announced {@code Content-Length}, or -1 when it is not known beforehand
     * @throws ProblemException 413 when the body is longer than {@link Body#LARGEST}
     */
    static byte[] read(InputStream in, long announced) throws IOException {
        if (announced > Body.LARGEST) {
            throw tooLarge();
        }
        byte[] bytes = in.readNBytes(announced < 0 ? Body.LARGEST + 1 : (int) announced);
        if (bytes.length > Body.LARGEST) {
            throw tooLarge();
        }
        return bytes;
    }

    static ProblemException tooLarge() {
        return Problem.tooLarge("A body has at most 2 MiB.").asException();
    }
}
