package uk.muster.kernel.sealing;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One master key, which wraps data keys (RFC 3394). It never lies in the database. */
public final class MasterKey implements KeyWrapping {

    private static final int BYTES = 32;
    private final SecretKey key;

    public MasterKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("The master key has 32 bytes.");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    @Override
    public byte[] wrap(SecretKey dataKey) {
        try {
            Cipher cipher = Cipher.getInstance("AESWrap");
            cipher.init(Cipher.WRAP_MODE, key);
            return cipher.wrap(dataKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A data key can't be wrapped.", e);
        }
    }

    @Override
    public SecretKey unwrap(byte[] wrapped) {
        return open(wrapped)
                .orElseThrow(() -> new IllegalStateException(
                        "A data key does not open under this master key: is it the right file?"));
    }

    /** The key, or empty when it was wrapped by another master key, or altered. */
    Optional<SecretKey> open(byte[] wrapped) {
        try {
            Cipher cipher = Cipher.getInstance("AESWrap");
            cipher.init(Cipher.UNWRAP_MODE, key);
            return Optional.of((SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY));
        } catch (InvalidKeyException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES key wrap.", e);
        }
    }
}
