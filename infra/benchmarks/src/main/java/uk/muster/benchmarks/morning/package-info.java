/** England's morning: every school of the country, or a share of them, sends the register of each class. */
@NullMarked
package uk.muster.benchmarks.morning;

import org.jspecify.annotations.NullMarked;
