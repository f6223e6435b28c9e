/** The day's board: which registers are taken, and which are wanted. */
@NullMarked
package uk.muster.query.board;

import org.jspecify.annotations.NullMarked;
