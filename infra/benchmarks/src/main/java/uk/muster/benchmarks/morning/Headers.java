package uk.muster.benchmarks.morning;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Header lines as they go on the wire. */
final class Headers {

    private Headers() {}

    static byte[] of(URI service, String token) {
        return ("Host: " + service.getAuthority() + "\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @param position as {@code Muster-Position} gave it */
    static byte[] awaiting(byte[] headers, String position) {
        return (new String(headers, StandardCharsets.US_ASCII) + "Muster-Await: " + position + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
