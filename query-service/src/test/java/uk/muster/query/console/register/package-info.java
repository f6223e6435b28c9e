/** Tests of the console. */
@NullMarked
package uk.muster.query.console.register;

import org.jspecify.annotations.NullMarked;
