package uk.muster.command.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import uk.muster.kernel.identity.Urn;

/**
 * The chain that binds the events of one school. An event's hash is SHA-256 over the hash before it (32 bytes, zeros for the school's first
 * event) followed by position (8 bytes, big endian), id (16), urn, stream, seq (8), type, recordedAt in microseconds since 1970 (8),
 * metadata, payload; urn, stream, type, metadata and payload as a length of 4 bytes and the bytes, text in UTF-8.
 */
public final class HashChain {

    /** What the first event of a school links to. */
    private static final byte[] START = new byte[32];

    private HashChain() {}

    /** 32 zero bytes, a new array each time. */
    public static byte[] start() {
        return START.clone();
    }

    /** Whether the event's hash is what its fields and {@code previousHash} say. */
    public static boolean verifies(StoredEvent event) {
        return Arrays.equals(
                event.hash(),
                hash(
                        event.previousHash(),
                        event.position(),
                        event.id(),
                        event.urn(),
                        event.stream(),
                        event.seq(),
                        event.type(),
                        event.recordedAt(),
                        event.metadata(),
                        event.payload()));
    }

    /** The hash of an event that follows {@code previousHash} in its school. */
    static byte[] hash(
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
        MessageDigest digest = sha256();
        ByteBuffer eight = ByteBuffer.allocate(8);
        digest.update(previousHash);
        digest.update(eight.putLong(0, position).array());
        digest.update(eight.putLong(0, id.getMostSignificantBits()).array());
        digest.update(eight.putLong(0, id.getLeastSignificantBits()).array());
        variable(digest, urn.toString().getBytes(StandardCharsets.UTF_8));
        variable(digest, stream.getBytes(StandardCharsets.UTF_8));
        digest.update(eight.putLong(0, seq).array());
        variable(digest, type.getBytes(StandardCharsets.UTF_8));
        digest.update(eight.putLong(0, ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt)).array());
        variable(digest, metadata);
        variable(digest, payload);
        return digest.digest();
    }

    private static void variable(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
