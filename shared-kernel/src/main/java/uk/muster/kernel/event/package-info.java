/**
 * The facts, for ever: events as sealed interfaces of records, one file an aggregate, and their wire form under explicit versioned names.
 * What is personal in them is {@linkplain uk.muster.kernel.sealing sealed}.
 */
@NullMarked
package uk.muster.kernel.event;

import org.jspecify.annotations.NullMarked;
