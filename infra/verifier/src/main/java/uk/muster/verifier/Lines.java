package uk.muster.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream, one after another, in one buffer that grows with the longest line. */
final class Lines {

    private static final int CHUNK = 1 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int end;
    private int filled;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * Goes to the next line, without its line feed.
     *
     * @return whether there is one
     */
    boolean next() throws IOException {
        start = number == 0 ? 0 : Math.min(end + 1, filled);
        int searched = start;
        while (true) {
            for (int i = searched; i < filled; i++) {
                if (buffer[i] == '\n') {
                    end = i;
                    number++;
                    return true;
                }
            }
            searched = filled - start;
            if (!fill()) {
                end = filled;
                number++;
                return start < filled;
            }
        }
    }

    /** Moves the line that was begun to the front and reads on; false at the end. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return read >= 0;
    }

    /** The buffer in which the line lies, good until the next one. */
    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The number of the line, from 1. */
    long number() {
        return number;
    }
}
