package uk.muster.command.backup;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

/** Whether a copied ledger is whole: every hash its content's, every school one chain, positions dense, and the whole what each checkpoint says. */
final class LedgerCheck {

    private final Map<Long, byte[]> roots = new TreeMap<>();
    private final Map<Urn, byte[]> heads = new HashMap<>();
    private final GrowingRoot tree = new GrowingRoot();
    private long checkpoints;

    /**
     * That the ledger once had this root.
     *
     * @param note a signed note: origin, size and root on a line each; who signed it is not looked at
     * @throws BackupException when it is no such note, or contradicts another of the same size
     */
    void expect(String note) {
        String[] lines = note.split("\n", -1);
        try {
            expect(Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new BackupException("This is no checkpoint of the ledger: " + lines[0], e);
        }
    }

    private void expect(long size, byte[] root) {
        byte[] other = roots.putIfAbsent(size, root);
        if (other != null && !Arrays.equals(other, root)) {
            throw differs(size);
        }
    }

    /** @throws BackupException naming the first position that is wrong */
    void next(StoredEvent event) {
        long position = event.position();
        byte[] before = heads.getOrDefault(event.urn(), new byte[EventHash.BYTES]);
        if (position != tree.size() + 1) {
            throw new BackupException("The ledger leaves out position " + (tree.size() + 1) + ".");
        }
        if (!Arrays.equals(before, event.previousHash()) || !EventHash.holds(event)) {
            throw new BackupException("The ledger was altered at position " + position + ".");
        }
        heads.put(event.urn(), event.hash());
        tree.add(event.hash());
        byte[] root = roots.get(position);
        if (root != null) {
            checkpoints++;
            if (!Arrays.equals(root, tree.root())) {
                throw differs(position);
            }
        }
    }

    private static BackupException differs(long size) {
        return new BackupException("The ledger is not the one of which the checkpoint of size " + size
                + " was published: it went on in another way, or it was altered.");
    }

    /** Size of the largest checkpoint that goes beyond this ledger; 0 for none. */
    long published() {
        return roots.keySet().stream()
                .mapToLong(Long::longValue)
                .filter(size -> size > tree.size())
                .max()
                .orElse(0);
    }

    long position() {
        return tree.size();
    }

    /** How many checkpoints it was held against. */
    long checkpoints() {
        return checkpoints;
    }

    /** Hexadecimal. */
    String root() {
        return HexFormat.of().formatHex(tree.root());
    }
}
