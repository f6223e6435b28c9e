package uk.muster.query.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import uk.muster.kernel.merkle.MerkleHash;
import uk.muster.kernel.merkle.MerkleTree;
import uk.muster.query.audit.CheckpointRecord;
import uk.muster.query.audit.Checkpoints;

/** Checkpoints of a {@link TestLedger}, made when a test asks for one. */
public final class MemoryCheckpoints implements Checkpoints {

    private static final String ORIGIN = "muster.example/ledger";

    private final TestLedger ledger;
    private final KeyPair pair;
    private final List<CheckpointRecord> made = new ArrayList<>();

    public MemoryCheckpoints(TestLedger ledger) {
        this.ledger = ledger;
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs what the ledger is now. */
    public CheckpointRecord make() {
        long size = ledger.events().size();
        byte[] root = new MerkleTree(this).root(size);
        CheckpointRecord checkpoint = new CheckpointRecord(
                size, HexFormat.of().formatHex(root), note(size, root), Instant.parse("2026-09-07T18:00:00Z"));
        made.add(checkpoint);
        return checkpoint;
    }

    /** The public key, as the operator gives it away. */
    public String publicKey() {
        return ORIGIN + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    @Override
    public Optional<CheckpointRecord> newest() {
        return made.isEmpty() ? Optional.empty() : Optional.of(made.getLast());
    }

    @Override
    public List<CheckpointRecord> below(long size, int limit) {
        return made.reversed().stream()
                .filter(each -> each.size() < size)
                .limit(limit)
                .toList();
    }

    @Override
    public List<byte[]> read(int height, long first, int count) {
        if (height == 0) {
            return ledger.events().subList((int) first, (int) first + count).stream()
                    .map(event -> MerkleHash.leaf(event.hash()))
                    .toList();
        }
        return LongStream.range(first, first + count)
                .mapToObj(number -> MerkleHash.fold(read(height - STEP, number * FAN, FAN)))
                .toList();
    }

    private String note(long size, byte[] root) {
        String text = ORIGIN + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signature = ed25519.sign();
            byte[] both = ByteBuffer.allocate(4 + signature.length)
                    .put(id())
                    .put(signature)
                    .array();
            return text + "\n— " + ORIGIN + " " + Base64.getEncoder().encodeToString(both) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] typed() {
        byte[] encoded = pair.getPublic().getEncoded();
        return ByteBuffer.allocate(33)
                .put((byte) 1)
                .put(encoded, encoded.length - 32, 32)
                .array();
    }

    private byte[] id() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((ORIGIN + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(sha256.digest(typed()), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
