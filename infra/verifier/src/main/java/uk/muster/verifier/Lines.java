package uk.muster.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The lines of a stream, one after another, in one buffer that grows with the longest line. */
final class Lines {

    private static final int CHUNK = 1 << 20;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long LINE_FEEDS = ONES * '\n';

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
            int feed = lineFeed(buffer, searched, filled);
            if (feed < filled) {
                end = feed;
                number++;
                return true;
            }
            searched = filled - start;
            if (!fill()) {
                end = filled;
                number++;
                return start < filled;
            }
        }
    }

    /** The place of the first line feed, or the end of the range; eight bytes at a time. */
    private static int lineFeed(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) EIGHT_BYTES.get(bytes, at) ^ LINE_FEEDS;
            if (((eight - ONES) & ~eight & HIGHS) != 0) {
                break;
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
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
