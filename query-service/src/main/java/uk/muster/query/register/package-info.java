/** What a register says, and what it said at any instant. */
@NullMarked
package uk.muster.query.register;

import org.jspecify.annotations.NullMarked;
