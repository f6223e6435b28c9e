/** The roll book: who is on roll in which group when. Written with the events it comes from, and all that commands look up of pupils. */
@NullMarked
package uk.muster.command.roll;

import org.jspecify.annotations.NullMarked;
