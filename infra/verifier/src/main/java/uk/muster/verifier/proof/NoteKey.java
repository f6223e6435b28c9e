package uk.muster.verifier.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key for signed notes (C2SP {@code signed-note}): {@code <name>+<id, 8 hexadecimal digits>+<base64 of 0x01 and the 32 bytes of an Ed25519
 * key>}. The id is the first 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key).
 */
public final class NoteKey {

    static final int ID_BYTES = 4;
    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    /** What stands before the 32 bytes in an X.509 key of Ed25519 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] id;
    private final PublicKey key;

    private NoteKey(String name, byte[] id, PublicKey key) {
        this.name = name;
        this.id = id;
        this.key = key;
    }

    /** Reads a key from its one line. */
    public static NoteKey parse(String text) throws BrokenNoteException {
        String[] parts = text.strip().split("\\+", 3);
        try {
            if (parts.length == 3 && !parts[0].isEmpty()) {
                byte[] id = HexFormat.of().parseHex(parts[1]);
                byte[] typed = Base64.getDecoder().decode(parts[2]);
                if (typed.length == 1 + KEY_BYTES && typed[0] == ED25519 && Arrays.equals(id, idOf(parts[0], typed))) {
                    return new NoteKey(parts[0], id, publicKey(typed));
                }
            }
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            // Said below, for all.
        }
        throw new BrokenNoteException("This is no key of checkpoints: one line, name+id+base64, is wanted.");
    }

    /** Who signs, which is also the origin of the checkpoints. */
    public String name() {
        return name;
    }

    byte[] id() {
        return id.clone();
    }

    boolean signed(byte[] text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has Ed25519.", e);
        }
    }

    private static byte[] idOf(String name, byte[] typed) {
        MessageDigest sha256 = MerkleHash.sha256();
        sha256.update(name.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
        return Arrays.copyOf(sha256.digest(typed), ID_BYTES);
    }

    private static PublicKey publicKey(byte[] typed) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
        System.arraycopy(typed, 1, encoded, X509.length, KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
