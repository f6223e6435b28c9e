/**
 * The Merkle tree of RFC 9162 over the ledger: one leaf for each event, in the order of positions, which is the event's hash. A checkpoint signs its root; proofs
 * show that an event is in it, and that a later one goes on from an earlier one.
 */
@NullMarked
package uk.muster.kernel.merkle;

import org.jspecify.annotations.NullMarked;
