package uk.muster.kernel.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Reads sealed texts. What was erased reads as empty, never as an error. */
public final class Unsealer {

    static final String VERSION = "1";
    static final int NONCE_BYTES = 12;
    static final int SALT_BYTES = 16;
    static final int TAG_BITS = 128;

    private final KeyFinder keys;

    public Unsealer(KeyFinder keys) {
        this.keys = keys;
    }

    /**
     * The text, or empty when its key was destroyed.
     *
     * @throws IllegalStateException when the token was altered or is not a token
     */
    public Optional<String> open(Sealed sealed) {
        String[] parts = sealed.token().split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals(VERSION)) {
            throw new IllegalStateException("A sealed text of an unknown form was found.");
        }
        return keys.find(sealed.keyNumber()).map(key -> decrypt(key, parts));
    }

    private static String decrypt(SecretKey key, String[] parts) {
        try {
            byte[] box = Base64.getUrlDecoder().decode(parts[2]);
            Cipher cipher = AesGcm.cipher();
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, box, 0, NONCE_BYTES));
            cipher.updateAAD(associatedData(parts[1]));
            byte[] salted = cipher.doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES);
            byte[] commitment = Base64.getUrlDecoder().decode(parts[3]);
            if (!MessageDigest.isEqual(
                    commitment, MessageDigest.getInstance("SHA-256").digest(salted))) {
                throw new IllegalStateException("A sealed text is not what its commitment says.");
            }
            return StandardCharsets.UTF_8
                    .decode(ByteBuffer.wrap(Arrays.copyOfRange(salted, SALT_BYTES, salted.length)))
                    .toString();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("A sealed text does not open under its key.", e);
        }
    }

    static byte[] associatedData(String keyNumber) {
        return (VERSION + "." + keyNumber).getBytes(StandardCharsets.US_ASCII);
    }
}
