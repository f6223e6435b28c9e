/** Tests of a pupil's attendance. */
@NullMarked
package uk.muster.query.attendance;

import org.jspecify.annotations.NullMarked;
