/** Tests of what a register says. */
@NullMarked
package uk.muster.query.register;

import org.jspecify.annotations.NullMarked;
