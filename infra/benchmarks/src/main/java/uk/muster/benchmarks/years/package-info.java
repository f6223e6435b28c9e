/** Six years of a school's registers, and what was known at an instant of them: {@code ./muster bench years}. */
@NullMarked
package uk.muster.benchmarks.years;

import org.jspecify.annotations.NullMarked;
