/** A term of registers drawn from national rates: what each pupil did, and how the school recorded it and put it right. */
@NullMarked
package uk.muster.simulator.term;

import org.jspecify.annotations.NullMarked;
