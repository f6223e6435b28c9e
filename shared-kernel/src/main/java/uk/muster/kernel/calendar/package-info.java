/**
 * Terms, closures, school days and school weeks. A date is a local date in Europe/London; a school has two sessions a day (Education
 * (School Day and School Year) (England) Regulations 1999, reg 3), and never one at a weekend.
 */
@NullMarked
package uk.muster.kernel.calendar;

import org.jspecify.annotations.NullMarked;
