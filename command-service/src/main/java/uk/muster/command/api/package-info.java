/** The commands over HTTP: bodies read with every fault at once, handed to the aggregates, and answered as the contract says. */
@NullMarked
package uk.muster.command.api;

import org.jspecify.annotations.NullMarked;
