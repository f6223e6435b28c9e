/**
 * What a pupil's marks come to: rates, bands and when they changed, trends, patterns and lateness. All of it is worked out from the marks as they
 * stand, in whole numbers, so that the order in which facts arrived makes no difference.
 */
@NullMarked
package uk.muster.kernel.figures;

import org.jspecify.annotations.NullMarked;
