package uk.muster.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The Ed25519 keys of the ledger's checkpoints: the private one in PEM (PKCS #8), the public one in the line of C2SP {@code signed-note},
 * {@code name+id+base64}, where the id is the first 4 bytes of SHA-256(name, line feed, 0x01, key).
 */
record CheckpointKeyFiles(DataFolder folder) {

    /** Who signs. It need not be an address; two instances that were set up apart differ in their keys. */
    static final String NAME = "muster/ledger";

    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;

    boolean exist() {
        return Files.exists(folder.checkpointKey()) && Files.exists(folder.checkpointPublicKey());
    }

    void write(KeyPair pair) throws IOException, NoSuchAlgorithmException {
        DataFolder.writePrivate(folder.checkpointPublicKey(), publicLine(pair) + "\n");
        DataFolder.writePrivate(folder.checkpointKey(), IdentityFiles.pem("PRIVATE KEY", pair.getPrivate()));
    }

    private static String publicLine(KeyPair pair) throws NoSuchAlgorithmException {
        var encoded = pair.getPublic().getEncoded();
        var typed = new byte[1 + KEY_BYTES];
        typed[0] = ED25519;
        System.arraycopy(encoded, encoded.length - KEY_BYTES, typed, 1, KEY_BYTES);
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((NAME + "\n").getBytes(StandardCharsets.UTF_8));
        var id = Arrays.copyOf(sha256.digest(typed), ID_BYTES);
        return NAME + "+" + HexFormat.of().formatHex(id) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
