/** Small drawings that stand beside their figures, each with words that say the same. */
@NullMarked
package uk.muster.query.console.chart;

import org.jspecify.annotations.NullMarked;
