package uk.muster.benchmarks.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Header lines as they go on the wire. */
public final class Headers {

    private Headers() {}

    public static byte[] of(URI service, String token) {
        return ("Host: " + service.getAuthority() + "\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @param position as {@code Muster-Position} gave it */
    public static byte[] awaiting(byte[] headers, String position) {
        return (new String(headers, StandardCharsets.US_ASCII) + "Muster-Await: " + position + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
