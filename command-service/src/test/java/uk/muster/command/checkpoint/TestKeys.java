package uk.muster.command.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import uk.muster.verifier.proof.BrokenNoteException;
import uk.muster.verifier.proof.NoteKey;

/** A pair of keys for checkpoints in files, and what an auditor has of it. */
record TestKeys(Path privateKey, Path publicKey) {

    static final String ORIGIN = "muster.example/ledger";

    static TestKeys in(Path folder) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] typed = new byte[33];
            typed[0] = 1;
            byte[] encoded = pair.getPublic().getEncoded();
            System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((ORIGIN + "\n").getBytes(StandardCharsets.UTF_8));
            String id = HexFormat.of().formatHex(Arrays.copyOf(sha256.digest(typed), 4));
            String body =
                    Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
            return new TestKeys(
                    Files.writeString(
                            Files.createTempFile(folder, "checkpoint", ".pem"),
                            "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n"),
                    Files.writeString(
                            Files.createTempFile(folder, "checkpoint", ".pub"),
                            ORIGIN + "+" + id + "+" + Base64.getEncoder().encodeToString(typed) + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    NoteSigner signer() {
        return NoteSigner.of(privateKey, publicKey);
    }

    NoteKey auditors() {
        try {
            return NoteKey.parse(Files.readString(publicKey));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BrokenNoteException e) {
            throw new IllegalStateException(e);
        }
    }
}
