/** How a pupil's absences were followed up: the fold of what was reported, tried, seen, decided and corrected. */
@NullMarked
package uk.muster.kernel.absence;

import org.jspecify.annotations.NullMarked;
