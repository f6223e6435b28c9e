/**
 * The ledger: every event ever recorded, once, in one order, unchanged. A single writer appends groups of events to PostgreSQL
 * with dense positions in commit order and a hash chain for each school; Axon reads and writes through it.
 */
@NullMarked
package uk.muster.command.ledger;

import org.jspecify.annotations.NullMarked;
