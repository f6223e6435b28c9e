package uk.muster.verifier.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 9162 over a list of leaves, in the words of the RFC and without a care for speed: what other programs are tested against.
 *
 * @param leafHashes {@link MerkleHash#leaf} of each leaf, in order
 */
public record MerkleTree(List<byte[]> leafHashes) {

    public MerkleTree {
        leafHashes = List.copyOf(leafHashes);
    }

    /** The tree of these leaves. */
    public static MerkleTree of(List<byte[]> leaves) {
        return new MerkleTree(leaves.stream().map(MerkleHash::leaf).toList());
    }

    /** How many leaves there are. */
    public int size() {
        return leafHashes.size();
    }

    /** {@code MTH(D[0:size])}. */
    public byte[] root(int size) {
        return size == 0 ? MerkleHash.empty() : hash(0, size);
    }

    /** {@code PATH(index, D[0:size])}: the hashes that lead from a leaf to the root, the lowest first. */
    public List<byte[]> inclusionProof(int index, int size) {
        List<byte[]> proof = new ArrayList<>();
        path(index, 0, size, proof);
        return proof;
    }

    /** {@code PROOF(from, D[0:to])}: by which the tree of the first {@code from} leaves is the beginning of the tree of the first {@code to}. */
    public List<byte[]> consistencyProof(int from, int to) {
        List<byte[]> proof = new ArrayList<>();
        if (from > 0 && from < to) {
            subproof(from, 0, to, true, proof);
        }
        return proof;
    }

    private byte[] hash(int begin, int end) {
        if (end - begin == 1) {
            return leafHashes.get(begin);
        }
        int middle = begin + leftSize(end - begin);
        return MerkleHash.node(hash(begin, middle), hash(middle, end));
    }

    private void path(int index, int begin, int end, List<byte[]> proof) {
        if (end - begin == 1) {
            return;
        }
        int middle = begin + leftSize(end - begin);
        if (index < middle) {
            path(index, begin, middle, proof);
            proof.add(hash(middle, end));
        } else {
            path(index, middle, end, proof);
            proof.add(hash(begin, middle));
        }
    }

    private void subproof(int from, int begin, int end, boolean whole, List<byte[]> proof) {
        if (from == end) {
            if (!whole) {
                proof.add(hash(begin, end));
            }
            return;
        }
        int middle = begin + leftSize(end - begin);
        if (from <= middle) {
            subproof(from, begin, middle, whole, proof);
            proof.add(hash(middle, end));
        } else {
            subproof(from, middle, end, false, proof);
            proof.add(hash(begin, middle));
        }
    }

    /** The largest power of two below a size of 2 or more. */
    private static int leftSize(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
