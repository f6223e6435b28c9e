/**
 * What binds a whole ledger to one signature: the Merkle tree of RFC 9162 over its events' hashes, its proofs, and checkpoints as signed notes
 * (C2SP {@code tlog-checkpoint} and {@code signed-note}, Ed25519).
 */
@NullMarked
package uk.muster.verifier.proof;

import org.jspecify.annotations.NullMarked;
