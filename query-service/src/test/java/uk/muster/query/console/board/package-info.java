/** Tests of the console. */
@NullMarked
package uk.muster.query.console.board;

import org.jspecify.annotations.NullMarked;
