/** Pupils on the admission register: admission, changes, earlier sessions of a joiner and removal (regs 8 and 9). */
@NullMarked
package uk.muster.command.pupil;

import org.jspecify.annotations.NullMarked;
