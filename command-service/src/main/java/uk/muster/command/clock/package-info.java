/** Business time. In a trial it begins where the operator says, runs on, and is moved forward over HTTP. */
@NullMarked
package uk.muster.command.clock;

import org.jspecify.annotations.NullMarked;
