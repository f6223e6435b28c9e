/** Business time: the machine's, or that of a trial. */
@NullMarked
package uk.muster.query.clock;

import org.jspecify.annotations.NullMarked;
