package uk.muster.verifier.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Signs checkpoints as a ledger does. */
public final class TestSigner {

    private final String name;
    private final KeyPair pair;

    public TestSigner(String name) {
        this.name = name;
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key in its one line. */
    public String publicKey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /** The signed note of a checkpoint. */
    public String checkpoint(long size, byte[] root) {
        return signed(name + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n");
    }

    /** The text as a signed note. */
    public String signed(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signature = ed25519.sign();
            byte[] both = ByteBuffer.allocate(4 + signature.length)
                    .put(id())
                    .put(signature)
                    .array();
            return text + "\n— " + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] typed() {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] typed = new byte[33];
        typed[0] = 1;
        System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
        return typed;
    }

    private byte[] id() {
        MessageDigest sha256 = MerkleHash.sha256();
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(sha256.digest(typed()), 4);
    }
}
