package uk.muster.verifier.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How leaves and nodes are hashed (RFC 9162, 2.1.1): with a byte before that keeps the two apart. */
public final class MerkleHash {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleHash() {}

    /** SHA-256(0x00 ‖ data). */
    public static byte[] leaf(byte[] data) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(data);
    }

    /** SHA-256(0x01 ‖ left ‖ right). */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** The root of no leaves: SHA-256 of nothing. */
    public static byte[] empty() {
        return sha256().digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
