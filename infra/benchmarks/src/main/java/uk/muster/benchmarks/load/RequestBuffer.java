package uk.muster.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An HTTP/1.1 request as bytes. The body is given first, so that its length is known; both grow as needed and are used again. */
public final class RequestBuffer {

    private byte[] body = new byte[4096];
    private int bodyLength;
    private byte[] request = new byte[8192];
    private int length;

    /** Begins a new body. */
    public RequestBuffer clear() {
        bodyLength = 0;
        length = 0;
        return this;
    }

    /** Appends to the body. */
    public RequestBuffer add(byte[] bytes) {
        body = room(body, bodyLength + bytes.length);
        System.arraycopy(bytes, 0, body, bodyLength, bytes.length);
        bodyLength += bytes.length;
        return this;
    }

    /** Appends to the body, as UTF-8. */
    public RequestBuffer add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Ends the request.
     *
     * @param line method and path, as {@code PUT /api/v1/schools/100001}
     * @param headers whole header lines, each ended by CR LF
     */
    public void end(String line, byte[] headers) {
        byte[] head = (line + " HTTP/1.1\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] lengthLine = ("Content-Length: " + bodyLength + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        length = head.length + headers.length + lengthLine.length + bodyLength;
        request = room(request, length);
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(headers, 0, request, head.length, headers.length);
        System.arraycopy(lengthLine, 0, request, head.length + headers.length, lengthLine.length);
        System.arraycopy(body, 0, request, length - bodyLength, bodyLength);
    }

    byte[] bytes() {
        return request;
    }

    int length() {
        return length;
    }

    private static byte[] room(byte[] bytes, int wanted) {
        return wanted <= bytes.length ? bytes : Arrays.copyOf(bytes, Math.max(wanted, 2 * bytes.length));
    }
}
