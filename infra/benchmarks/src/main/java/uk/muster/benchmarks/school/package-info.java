/** The schools a benchmark is played at, set up over HTTP. */
@NullMarked
package uk.muster.benchmarks.school;

import org.jspecify.annotations.NullMarked;
