/** The relay: carries the ledger to Kafka, in order and without loss, while this instance holds the ledger's lock. */
@NullMarked
package uk.muster.command.relay;

import org.jspecify.annotations.NullMarked;
