package uk.muster.kernel.sealing;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Cipher;

/** AES-GCM of the Java platform. Its provider is looked for once: a search in each of thousands of seals a second costs more than the seal. */
final class AesGcm {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final Provider PROVIDER = provider();

    private AesGcm() {}

    static Cipher cipher() throws GeneralSecurityException {
        return Cipher.getInstance(TRANSFORMATION, PROVIDER);
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(TRANSFORMATION).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM.", e);
        }
    }
}
