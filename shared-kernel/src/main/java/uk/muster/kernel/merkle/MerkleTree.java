package uk.muster.kernel.merkle;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs (RFC 9162, 2.1) over nodes that lie somewhere else. Each takes a few reads for each height that is kept, however many leaves there are. */
public final class MerkleTree {

    private final KeptNodes nodes;

    public MerkleTree(KeptNodes nodes) {
        this.nodes = nodes;
    }

    /** The root of the first {@code size} leaves, all of which must be there. */
    public byte[] root(long size) {
        return size == 0 ? MerkleHash.empty() : hash(0, size);
    }

    /**
     * The hashes that lead from a leaf to the root, the lowest first.
     *
     * @param index the leaf's place, from 0, below {@code size}
     */
    public List<byte[]> inclusion(long index, long size) {
        List<byte[]> proof = new ArrayList<>();
        path(index, 0, size, proof);
        return proof;
    }

    /** The hashes by which the tree of a size is the beginning of that of another, as large or larger. */
    public List<byte[]> consistency(long from, long to) {
        List<byte[]> proof = new ArrayList<>();
        if (from > 0 && from < to) {
            subproof(from, 0, to, true, proof);
        }
        return proof;
    }

    private void path(long index, long begin, long end, List<byte[]> proof) {
        if (end - begin == 1) {
            return;
        }
        long middle = begin + Long.highestOneBit(end - begin - 1);
        if (index < middle) {
            path(index, begin, middle, proof);
            proof.add(hash(middle, end));
        } else {
            path(index, middle, end, proof);
            proof.add(hash(begin, middle));
        }
    }

    private void subproof(long from, long begin, long end, boolean whole, List<byte[]> proof) {
        if (from == end) {
            if (!whole) {
                proof.add(hash(begin, end));
            }
            return;
        }
        long middle = begin + Long.highestOneBit(end - begin - 1);
        if (from <= middle) {
            subproof(from, begin, middle, whole, proof);
            proof.add(hash(middle, end));
        } else {
            subproof(from, middle, end, false, proof);
            proof.add(hash(begin, middle));
        }
    }

    /** The hash of leaves from one place to before another; {@code begin} is a multiple of the largest power of two within. */
    private byte[] hash(long begin, long end) {
        long size = end - begin;
        if (Long.bitCount(size) == 1) {
            int height = Long.numberOfTrailingZeros(size);
            int kept = height / KeptNodes.STEP * KeptNodes.STEP;
            return MerkleHash.fold(nodes.read(kept, begin >> kept, 1 << (height - kept)));
        }
        long middle = begin + Long.highestOneBit(size);
        return MerkleHash.node(hash(begin, middle), hash(middle, end));
    }
}
