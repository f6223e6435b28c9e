/** The morning board: registers, who is not in, and what is due today, kept up to date while it is open. */
@NullMarked
package uk.muster.query.console.board;

import org.jspecify.annotations.NullMarked;
