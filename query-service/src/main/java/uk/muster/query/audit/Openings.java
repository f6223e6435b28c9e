package uk.muster.query.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import uk.muster.kernel.sealing.KeyFinder;
import uk.muster.kernel.sealing.Sealed;

/** Opens sealed fields together with the salt by which anyone can hold the text against its commitment. See {@link Sealed} for the form. */
final class Openings {

    private static final int NONCE_BYTES = 12;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BITS = 128;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyFinder keys;

    Openings(KeyFinder keys) {
        this.keys = keys;
    }

    /**
     * A field opened.
     *
     * @param proof {@code <commitment>.<salt>}, both base64url
     */
    record Opening(String text, String proof) {}

    /** Empty when the key was destroyed. */
    Optional<Opening> open(Sealed field) {
        String[] parts = field.token().split("\\.", -1);
        return keys.find(field.keyNumber()).map(key -> open(key, parts));
    }

    /** Whether the key of a field is there. */
    boolean canOpen(Sealed field) {
        return keys.find(field.keyNumber()).isPresent();
    }

    private static Opening open(SecretKey key, String[] parts) {
        try {
            byte[] box = Base64.getUrlDecoder().decode(parts[2]);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, box, 0, NONCE_BYTES));
            cipher.updateAAD((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            byte[] salted = cipher.doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES);
            String salt = BASE64.encodeToString(Arrays.copyOf(salted, SALT_BYTES));
            return new Opening(
                    new String(salted, SALT_BYTES, salted.length - SALT_BYTES, StandardCharsets.UTF_8),
                    parts[3] + "." + salt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed text does not open under its key.", e);
        }
    }
}
