/** Tests of the day's board. */
@NullMarked
package uk.muster.query.board;

import org.jspecify.annotations.NullMarked;
