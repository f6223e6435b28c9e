package uk.muster.kernel.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import uk.muster.kernel.identity.Urn;

/**
 * The rule by which an event is bound to the one before it of its school. SHA-256 over, in this order: the previous hash (32 bytes), the
 * position (8 bytes, big endian), the id (16), urn, stream, seq (8), type, recordedAt in microseconds since 1970 (8), metadata, payload; urn,
 * stream, type, metadata and payload as four bytes of length and then their bytes, texts in UTF-8.
 */
public final class EventHash {

    public static final int BYTES = 32;

    private EventHash() {}

    /** The hash of an event that follows one with the given hash. */
    public static byte[] of(
            byte[] previousHash,
            long position,
            UUID id,
            Urn urn,
            String stream,
            long seq,
            String type,
            Instant recordedAt,
            byte[] metadata,
            byte[] payload) {
        byte[] urnBytes = urn.toString().getBytes(StandardCharsets.UTF_8);
        byte[] streamBytes = stream.getBytes(StandardCharsets.UTF_8);
        byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
        ByteBuffer head = ByteBuffer.allocate(BYTES
                        + 8
                        + 16
                        + 8
                        + 8
                        + 4 * 4
                        + urnBytes.length
                        + streamBytes.length
                        + typeBytes.length
                        + metadata.length)
                .put(previousHash)
                .putLong(position)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        put(head, urnBytes);
        put(head, streamBytes);
        head.putLong(seq);
        put(head, typeBytes);
        head.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
        put(head, metadata);
        MessageDigest digest = sha256();
        digest.update(head.array(), 0, head.position());
        digest.update(ByteBuffer.allocate(4).putInt(payload.length).array());
        return digest.digest(payload);
    }

    /** Whether the event's hash is that of its own content. */
    public static boolean holds(StoredEvent e) {
        return MessageDigest.isEqual(
                e.hash(),
                of(
                        e.previousHash(),
                        e.position(),
                        e.id(),
                        e.urn(),
                        e.stream(),
                        e.seq(),
                        e.type(),
                        e.recordedAt(),
                        e.metadata(),
                        e.payload()));
    }

    private static void put(ByteBuffer buffer, byte[] bytes) {
        buffer.putInt(bytes.length).put(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
