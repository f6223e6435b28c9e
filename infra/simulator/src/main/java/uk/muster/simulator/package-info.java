/** The demo: four invented schools and a term of registers, posted through the HTTP contract as a school's own system would. */
@NullMarked
package uk.muster.simulator;

import org.jspecify.annotations.NullMarked;
