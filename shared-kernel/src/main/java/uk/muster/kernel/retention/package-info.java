/**
 * How long entries are kept and what may be destroyed when: six years from the day each was recorded, an amendment by its own day (reg 7), longer where a
 * policy says so or something is held.
 */
@NullMarked
package uk.muster.kernel.retention;

import org.jspecify.annotations.NullMarked;
