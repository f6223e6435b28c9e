/** Tests of lists of pupils. */
@NullMarked
package uk.muster.query.pupil;

import org.jspecify.annotations.NullMarked;
