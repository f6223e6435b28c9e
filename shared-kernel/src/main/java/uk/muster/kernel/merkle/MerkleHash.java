package uk.muster.kernel.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** How leaves and nodes are hashed (RFC 9162, 2.1.1). */
public final class MerkleHash {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleHash() {}

    /** The leaf of an event: SHA-256(0x00 ‖ its hash). */
    public static byte[] leaf(byte[] eventHash) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(eventHash);
    }

    /** SHA-256(0x01 ‖ left ‖ right). */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** The root of no leaves. */
    public static byte[] empty() {
        return sha256().digest();
    }

    /** The root of a whole subtree: a power of two of hashes of one height, in order. */
    public static byte[] fold(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int half = hashes.size() / 2;
        return node(fold(hashes.subList(0, half)), fold(hashes.subList(half, hashes.size())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
