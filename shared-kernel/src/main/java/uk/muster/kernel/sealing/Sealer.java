package uk.muster.kernel.sealing;

import static uk.muster.kernel.sealing.Unsealer.NONCE_BYTES;
import static uk.muster.kernel.sealing.Unsealer.SALT_BYTES;
import static uk.muster.kernel.sealing.Unsealer.TAG_BITS;
import static uk.muster.kernel.sealing.Unsealer.VERSION;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import uk.muster.kernel.identity.AcademicYear;

/** Seals texts under the key of their subject and academic year of recording. */
public final class Sealer {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyMaker keys;
    private final SecureRandom random;

    public Sealer(KeyMaker keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** The text sealed; the same text never gives the same token twice. */
    public Sealed seal(KeySubject subject, AcademicYear recordedIn, String text) {
        DataKey key = keys.keyOf(subject, recordedIn);
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] chance = new byte[NONCE_BYTES + SALT_BYTES];
        random.nextBytes(chance);
        byte[] salted =
                Arrays.copyOf(Arrays.copyOfRange(chance, NONCE_BYTES, chance.length), SALT_BYTES + plain.length);
        System.arraycopy(plain, 0, salted, SALT_BYTES, plain.length);
        String keyNumber = Long.toString(key.number(), 36);
        try {
            Cipher cipher = AesGcm.cipher();
            cipher.init(Cipher.ENCRYPT_MODE, key.key(), new GCMParameterSpec(TAG_BITS, chance, 0, NONCE_BYTES));
            cipher.updateAAD(Unsealer.associatedData(keyNumber));
            byte[] box = Arrays.copyOf(chance, NONCE_BYTES + cipher.getOutputSize(salted.length));
            cipher.doFinal(salted, 0, salted.length, box, NONCE_BYTES);
            byte[] commitment = MessageDigest.getInstance("SHA-256").digest(salted);
            return new Sealed(String.join(
                    ".", VERSION, keyNumber, BASE64.encodeToString(box), BASE64.encodeToString(commitment)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM and SHA-256.", e);
        }
    }
}
