package uk.muster.command.checkpoint;

import java.util.ArrayList;
import java.util.List;
import uk.muster.kernel.merkle.KeptNodes;
import uk.muster.kernel.merkle.MerkleHash;

/** Keeps the nodes of the tree up with the ledger. */
final class TreeGrowth {

    /** Nodes made and written at once: of the lowest height, 4,096 events. */
    private static final int BATCH = 16;

    private final CheckpointTables tables;

    TreeGrowth(CheckpointTables tables) {
        this.tables = tables;
    }

    /** Adds every node that is whole when the ledger holds so many events. */
    void growTo(long size) {
        long below = size;
        for (int height = KeptNodes.STEP; below >= KeptNodes.FAN; height += KeptNodes.STEP) {
            long whole = below / KeptNodes.FAN;
            for (long from = tables.count(height); from < whole; from += BATCH) {
                List<byte[]> made = new ArrayList<>();
                for (long number = from; number < Math.min(from + BATCH, whole); number++) {
                    made.add(MerkleHash.fold(
                            tables.read(height - KeptNodes.STEP, number * KeptNodes.FAN, KeptNodes.FAN)));
                }
                tables.addNodes(height, from, made);
            }
            below = whole;
        }
    }
}
