package uk.muster.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What an instance keeps to itself: made at its first start, readable by the owner alone, never changed after. */
final class Secrets {

    private static final int BYTES = 32;
    private static final int RSA_BITS = 2048;

    private final DataFolder folder;
    private final SecureRandom random = new SecureRandom();

    Secrets(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Makes the master key (32 random bytes, base64), the key pair of the tokens (RSA 2048, PEM) and that of the ledger's checkpoints (Ed25519) if they are not
     * there.
     */
    void make() {
        try {
            if (Files.notExists(folder.masterKey())) {
                DataFolder.writePrivate(folder.masterKey(), Base64.getEncoder().encodeToString(randomBytes()) + "\n");
            }
            var identity = new IdentityFiles(folder.identity());
            if (!identity.exist()) {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(RSA_BITS, random);
                identity.write(generator.generateKeyPair());
            }
            var checkpoints = new CheckpointKeyFiles(folder);
            if (!checkpoints.exist()) {
                checkpoints.write(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA and Ed25519", e);
        }
    }

    /** The password of a database role, of characters that need no quoting. */
    String password(String role) {
        Path file = folder.secrets().resolve(role);
        try {
            if (Files.notExists(file)) {
                DataFolder.writePrivate(
                        file, Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes()));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
