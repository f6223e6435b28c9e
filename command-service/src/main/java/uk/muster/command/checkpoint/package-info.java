/**
 * Signs, beside the ledger and never in its way, what it was: a thread of its own follows the ledger, keeps nodes of the Merkle tree over its events, and at
 * set sizes and times signs a checkpoint and publishes it where whoever writes the ledger can't take it back.
 */
@NullMarked
package uk.muster.command.checkpoint;

import org.jspecify.annotations.NullMarked;
