/** What a run costs the machine: processor time and room on disk. */
@NullMarked
package uk.muster.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
