package uk.muster.command.backup;

import java.util.ArrayList;
import java.util.List;
import uk.muster.kernel.merkle.MerkleHash;

/** The root of a Merkle tree (RFC 9162) to which leaves are added one by one; a few hashes are kept, however many leaves there are. */
final class GrowingRoot {

    /** Roots of whole subtrees, the largest first; each is of a power of two of leaves. */
    private final List<byte[]> whole = new ArrayList<>();

    private long size;

    void add(byte[] eventHash) {
        whole.add(MerkleHash.leaf(eventHash));
        size++;
        for (long merged = size; merged % 2 == 0; merged /= 2) {
            byte[] right = whole.removeLast();
            whole.add(MerkleHash.node(whole.removeLast(), right));
        }
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (whole.isEmpty()) {
            return MerkleHash.empty();
        }
        byte[] root = whole.getLast();
        for (int i = whole.size() - 2; i >= 0; i--) {
            root = MerkleHash.node(whole.get(i), root);
        }
        return root;
    }
}
