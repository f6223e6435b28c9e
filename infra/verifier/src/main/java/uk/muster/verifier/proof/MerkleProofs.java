package uk.muster.verifier.proof;

import java.util.Arrays;
import java.util.List;

/** Whether a proof holds, by the algorithms of RFC 9162, 2.1.3.2 and 2.1.4.2. */
public final class MerkleProofs {

    private MerkleProofs() {}

    /**
     * Whether a leaf is at a place of the tree with this root.
     *
     * @param leafHash {@link MerkleHash#leaf} of it
     * @param index its place, from 0
     */
    public static boolean includes(byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleHash.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleHash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the tree of one size and root is the beginning of the tree of another, as large or larger. */
    public static boolean consistent(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == 0) {
            return proof.isEmpty() && Arrays.equals(fromRoot, MerkleHash.empty());
        }
        if (from == to) {
            return proof.isEmpty() && Arrays.equals(fromRoot, toRoot);
        }
        boolean whole = Long.bitCount(from) == 1;
        if (proof.isEmpty() && !whole) {
            return false;
        }
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        byte[] old = whole ? fromRoot : proof.getFirst();
        byte[] now = old;
        for (byte[] each : whole ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = MerkleHash.node(each, old);
                now = MerkleHash.node(each, now);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                now = MerkleHash.node(now, each);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, fromRoot) && Arrays.equals(now, toRoot);
    }
}
