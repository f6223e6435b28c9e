package uk.muster.query.audit;

import java.util.List;
import java.util.Optional;
import uk.muster.kernel.merkle.KeptNodes;

/** The signed checkpoints of the ledger, and the nodes of the Merkle tree that they sign. Each call is one short query. */
public interface Checkpoints extends KeptNodes {

    /** The newest. */
    Optional<CheckpointRecord> newest();

    /** The next smaller than a size, the largest first, at most {@code limit}. */
    List<CheckpointRecord> below(long size, int limit);
}
