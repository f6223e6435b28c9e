/** Seeded chance: the same seed gives the same draw, and each thing drawn has a stream of its own. */
@NullMarked
package uk.muster.simulator.chance;

import org.jspecify.annotations.NullMarked;
