/** The console's pages, timed as people of each role ask for them. */
@NullMarked
package uk.muster.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
