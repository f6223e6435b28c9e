package uk.muster.kernel.merkle;

import java.util.List;

/**
 * The nodes of the tree that are kept: leaves, and above them one height in eight. A node of a height is the root of 2^height leaves, all of them there; the
 * first of a height has number 0.
 */
@FunctionalInterface
public interface KeptNodes {

    /** Between one kept height and the next, so that a node is made of 256 of the height below. */
    int STEP = 8;

    /** How many nodes of one height make one of the next. */
    int FAN = 1 << STEP;

    /**
     * Nodes of a height, in order.
     *
     * @param height a multiple of {@link #STEP}; 0 for leaves
     * @param first the number of the first
     * @param count how many, a power of two, at most {@link #FAN}; all of them are there
     */
    List<byte[]> read(int height, long first, int count);
}
