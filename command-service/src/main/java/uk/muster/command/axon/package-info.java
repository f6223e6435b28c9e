/** Axon Framework as this service uses it, wired in code: the command bus, the aggregates and the ledger as their event store. */
@NullMarked
package uk.muster.command.axon;

import org.jspecify.annotations.NullMarked;
