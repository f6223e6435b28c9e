/** A pupil on a school's admission register: the one fold of its facts, with the spells on roll and in groups. */
@NullMarked
package uk.muster.kernel.pupil;

import org.jspecify.annotations.NullMarked;
