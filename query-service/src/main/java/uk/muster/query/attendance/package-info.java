/** A pupil's attendance of a year: the strip of their sessions, counted by the law's own rules. */
@NullMarked
package uk.muster.query.attendance;

import org.jspecify.annotations.NullMarked;
