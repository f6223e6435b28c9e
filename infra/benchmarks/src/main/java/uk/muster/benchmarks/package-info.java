/** Benchmarks of a running instance: each plays a load, compares what was acknowledged with what is there, and prints one JSON object. */
@NullMarked
package uk.muster.benchmarks;

import org.jspecify.annotations.NullMarked;
