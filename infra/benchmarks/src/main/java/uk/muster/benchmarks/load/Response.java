package uk.muster.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * An HTTP/1.1 response, gathered as its bytes come in. Reads what the services send: a length or chunks, no trailers, no {@code 1xx}. The
 * head is looked at only as far as needed.
 */
public final class Response {

    private static final int UNKNOWN = -1;
    private static final int STATUS_AT = 9;

    private byte[] bytes = new byte[4096];
    private int count;
    private int bodyAt = UNKNOWN;
    private int contentLength = UNKNOWN;
    private int chunkAt;
    private byte[] unchunked = {};
    private int unchunkedLength;

    void clear() {
        count = 0;
        bodyAt = UNKNOWN;
        contentLength = UNKNOWN;
        unchunkedLength = 0;
    }

    /** Where the next bytes go; at least one is free. */
    byte[] space() {
        if (count == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * count);
        }
        return bytes;
    }

    int count() {
        return count;
    }

    /** @return whether the response is whole with the bytes that came */
    boolean received(int more) {
        count += more;
        if (bodyAt == UNKNOWN) {
            readHead();
        }
        if (bodyAt == UNKNOWN) {
            return false;
        }
        return contentLength == UNKNOWN ? readChunks() : count - bodyAt >= contentLength;
    }

    /** The status code, as 201. */
    public int status() {
        return 100 * digit(STATUS_AT) + 10 * digit(STATUS_AT + 1) + digit(STATUS_AT + 2);
    }

    /** @param name in any case */
    public Optional<String> header(String name) {
        int at = lineEnd(0) + 2;
        while (at < bodyAt - 2) {
            int end = lineEnd(at);
            if (isNamed(name, at)) {
                int from = at + name.length() + 1;
                return Optional.of(new String(bytes, from, end - from, StandardCharsets.US_ASCII).strip());
            }
            at = end + 2;
        }
        return Optional.empty();
    }

    private boolean isNamed(String name, int at) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.toLowerCase(bytes[at + i]) != Character.toLowerCase(name.charAt(i))) {
                return false;
            }
        }
        return bytes[at + name.length()] == ':';
    }

    /** The body, its chunks joined. */
    public byte[] body() {
        return contentLength == UNKNOWN
                ? Arrays.copyOf(unchunked, unchunkedLength)
                : Arrays.copyOfRange(bytes, bodyAt, bodyAt + contentLength);
    }

    public String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    boolean closes() {
        return header("Connection").filter("close"::equalsIgnoreCase).isPresent();
    }

    private void readHead() {
        for (int i = 3; i < count; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                bodyAt = i + 1;
                chunkAt = bodyAt;
                contentLength = header("Content-Length").map(Integer::parseInt).orElse(isBodiless() ? 0 : UNKNOWN);
                return;
            }
        }
    }

    private boolean isBodiless() {
        return header("Transfer-Encoding").isEmpty();
    }

    /** @return whether the last chunk, of length 0, is there */
    private boolean readChunks() {
        while (true) {
            int lineEnd = lineEnd(chunkAt);
            if (lineEnd < 0) {
                return false;
            }
            int size = Integer.parseInt(new String(bytes, chunkAt, lineEnd - chunkAt, StandardCharsets.US_ASCII), 16);
            int dataAt = lineEnd + 2;
            if (count < dataAt + size + 2) {
                return false;
            }
            if (size == 0) {
                return true;
            }
            if (unchunkedLength + size > unchunked.length) {
                unchunked = Arrays.copyOf(unchunked, Math.max(unchunkedLength + size, 2 * unchunked.length));
            }
            System.arraycopy(bytes, dataAt, unchunked, unchunkedLength, size);
            unchunkedLength += size;
            chunkAt = dataAt + size + 2;
        }
    }

    private int lineEnd(int from) {
        for (int i = from; i + 1 < count; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private int digit(int at) {
        return bytes[at] - '0';
    }
}
