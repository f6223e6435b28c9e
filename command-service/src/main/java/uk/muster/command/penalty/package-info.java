/** Penalty notices and notices to improve: every legal step is taken by a named person, and recorded in the stream of the pupil's absences. */
@NullMarked
package uk.muster.command.penalty;

import org.jspecify.annotations.NullMarked;
