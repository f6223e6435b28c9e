/** Between HTTP and the aggregates, through Axon: commands are dispatched, decisions carried out, and answers kept with their events. */
@NullMarked
package uk.muster.command.axon;

import org.jspecify.annotations.NullMarked;
