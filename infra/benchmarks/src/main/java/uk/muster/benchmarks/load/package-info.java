/** A load generator that costs next to nothing, since it shares the machine with what it measures. */
@NullMarked
package uk.muster.benchmarks.load;

import org.jspecify.annotations.NullMarked;
