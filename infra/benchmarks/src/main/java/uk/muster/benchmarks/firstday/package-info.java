/** The first day of absence: as many cases as a country opens in one morning, and their deadlines, which all fall due at once. */
@NullMarked
package uk.muster.benchmarks.firstday;

import org.jspecify.annotations.NullMarked;
