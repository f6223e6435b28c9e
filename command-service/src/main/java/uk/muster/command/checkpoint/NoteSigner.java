package uk.muster.command.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs notes (C2SP {@code signed-note}) with an Ed25519 key. The private key is a PEM file (PKCS #8); the public one, which is given away, is the one line
 * {@code <name>+<id, 8 hexadecimal digits>+<base64 of 0x01 and the key's 32 bytes>}.
 */
public final class NoteSigner {

    private static final int ID_BYTES = 4;
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] id;
    private final PrivateKey key;

    private NoteSigner(String name, byte[] id, PrivateKey key) {
        this.name = name;
        this.id = id;
        this.key = key;
    }

    /**
     * The signer with the keys in two files.
     *
     * @throws IllegalStateException when one is no such key, or they are not a pair
     */
    public static NoteSigner of(Path privateKey, Path publicKey) {
        try {
            String pem = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----", "");
            String[] parts = Files.readString(publicKey).strip().split("\\+", 3);
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            KeyFactory ed25519 = KeyFactory.getInstance("Ed25519");
            PrivateKey key = ed25519.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
            PublicKey counterpart =
                    ed25519.generatePublic(new X509EncodedKeySpec(ByteBuffer.allocate(X509.length + typed.length - 1)
                            .put(X509)
                            .put(typed, 1, typed.length - 1)
                            .array()));
            NoteSigner signer = new NoteSigner(parts[0], HexFormat.of().parseHex(parts[1]), key);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(counterpart);
            check.update(typed);
            if (check.verify(signer.signature(typed))) {
                return signer;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the checkpoints can't be read.", e);
        } catch (GeneralSecurityException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException("The key of the checkpoints is no Ed25519 key.", e);
        }
        throw new IllegalStateException(privateKey + " and " + publicKey + " are not a pair of keys.");
    }

    /** Who signs: the name of the key, and the origin of what is signed. */
    public String name() {
        return name;
    }

    /** A text that ends with a line feed, signed. */
    String sign(String text) {
        byte[] signature = signature(text.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(ID_BYTES + signature.length)
                .put(id)
                .put(signature)
                .array();
        return text + "\n— " + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
    }

    /** The checkpoint of a ledger with so many events and this root (C2SP {@code tlog-checkpoint}). */
    String checkpoint(long size, byte[] root) {
        return sign(name + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n");
    }

    private byte[] signature(byte[] text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(text);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has Ed25519.", e);
        }
    }
}
