/** The lists that attendance staff act on, timed while registers go on being taken: {@code ./muster bench lists}. */
@NullMarked
package uk.muster.benchmarks.lists;

import org.jspecify.annotations.NullMarked;
