package uk.muster.verifier.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What a ledger was at a size (C2SP {@code tlog-checkpoint}), signed (C2SP {@code signed-note}): lines of the origin, the size and the root in base64,
 * an empty line, and lines of {@code — <name> <base64 of the key's id and the signature>}.
 */
public final class Checkpoint {

    private static final String SIGNED_BY = "— ";
    private static final int ROOT_BYTES = 32;

    private final String body;
    private final List<String> signatures;
    private final String origin;
    private final long size;
    private final byte[] root;

    private Checkpoint(String body, List<String> signatures, String origin, long size, byte[] root) {
        this.body = body;
        this.signatures = signatures;
        this.origin = origin;
        this.size = size;
        this.root = root;
    }

    /** Reads a signed note; nothing is said of its signatures yet. */
    public static Checkpoint parse(String note) throws BrokenNoteException {
        int end = note.lastIndexOf("\n\n");
        List<String> lines =
                end < 0 ? List.of() : note.substring(0, end).lines().toList();
        List<String> signatures =
                end < 0 ? List.of() : note.substring(end + 2).lines().toList();
        if (lines.size() < 3
                || !note.endsWith("\n")
                || signatures.isEmpty()
                || !signatures.stream().allMatch(line -> line.startsWith(SIGNED_BY))
                || !lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
            throw broken();
        }
        try {
            byte[] root = Base64.getDecoder().decode(lines.get(2));
            if (root.length == ROOT_BYTES) {
                return new Checkpoint(
                        note.substring(0, end + 1), signatures, lines.getFirst(), Long.parseLong(lines.get(1)), root);
            }
        } catch (IllegalArgumentException e) {
            // Said below, for all.
        }
        throw broken();
    }

    private static BrokenNoteException broken() {
        return new BrokenNoteException("it is not a signed note of a checkpoint");
    }

    /** How many events the ledger held. */
    public long size() {
        return size;
    }

    /** The root of the Merkle tree over their hashes. */
    public byte[] root() {
        return root.clone();
    }

    /** Whether this key, of this origin, signed it. */
    public boolean isSignedBy(NoteKey key) {
        return origin.equals(key.name())
                && signatures.stream()
                        .filter(line -> line.startsWith(SIGNED_BY + key.name() + " "))
                        .anyMatch(line -> holds(
                                line.substring(SIGNED_BY.length() + key.name().length() + 1), key));
    }

    private boolean holds(String signature, NoteKey key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(signature);
            return bytes.length > NoteKey.ID_BYTES
                    && Arrays.equals(bytes, 0, NoteKey.ID_BYTES, key.id(), 0, NoteKey.ID_BYTES)
                    && key.signed(
                            body.getBytes(StandardCharsets.UTF_8),
                            Arrays.copyOfRange(bytes, NoteKey.ID_BYTES, bytes.length));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
