/** A pupil's chronology: everything recorded about them at a school, newest first. */
@NullMarked
package uk.muster.query.chronology;

import org.jspecify.annotations.NullMarked;
