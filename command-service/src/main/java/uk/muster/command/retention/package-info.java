/** The end of what is recorded: the schedule of what may be destroyed when, holds, and disposals that a named person confirms (reg 7). */
@NullMarked
package uk.muster.command.retention;

import org.jspecify.annotations.NullMarked;
