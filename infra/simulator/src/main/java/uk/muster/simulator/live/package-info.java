/** A term lived day by day: what families tell, and what a school's staff do about what falls due. */
@NullMarked
package uk.muster.simulator.live;

import org.jspecify.annotations.NullMarked;
