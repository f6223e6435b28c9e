/** Pupils as the admission register has them, and the lists a school looks them up in. Names are opened when asked and kept nowhere. */
@NullMarked
package uk.muster.query.pupil;

import org.jspecify.annotations.NullMarked;
