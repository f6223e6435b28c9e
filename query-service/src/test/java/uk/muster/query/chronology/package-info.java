/** Tests of a pupil's chronology. */
@NullMarked
package uk.muster.query.chronology;

import org.jspecify.annotations.NullMarked;
