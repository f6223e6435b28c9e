/** A small client of the HTTP contract: what the simulator has drawn, as the requests of a school's own system. */
@NullMarked
package uk.muster.simulator.http;

import org.jspecify.annotations.NullMarked;
