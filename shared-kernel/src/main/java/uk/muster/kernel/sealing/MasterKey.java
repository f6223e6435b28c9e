package uk.muster.kernel.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that wraps every data key (RFC 3394); it lies in a file, never in the database. */
public final class MasterKey {

    private static final int BYTES = 32;
    private final SecretKey key;

    public MasterKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("The master key has 32 bytes.");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * Reads 32 bytes in base64.
     *
     * @throws IllegalArgumentException with a sentence for the operator when the file can't be read or is no such key
     */
    public static MasterKey read(Path file) {
        try {
            return new MasterKey(
                    Base64.getDecoder().decode(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The master key file " + file
                            + " can't be read as 32 bytes in base64; name it with muster.keys.master-file.",
                    e);
        }
    }

    public byte[] wrap(SecretKey dataKey) {
        try {
            Cipher cipher = Cipher.getInstance("AESWrap");
            cipher.init(Cipher.WRAP_MODE, key);
            return cipher.wrap(dataKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A data key can't be wrapped.", e);
        }
    }

    /** @throws IllegalStateException when the key was wrapped under another master key */
    public SecretKey unwrap(byte[] wrapped) {
        try {
            Cipher cipher = Cipher.getInstance("AESWrap");
            cipher.init(Cipher.UNWRAP_MODE, key);
            return (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A data key does not open under this master key: is it the right file?", e);
        }
    }
}
