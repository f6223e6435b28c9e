/** Unauthorised absence in the windows of penalty notices: of a pupil, of a school, of a trust. */
@NullMarked
package uk.muster.query.penalty;

import org.jspecify.annotations.NullMarked;
