/** Tests of the console. */
@NullMarked
package uk.muster.query.console.shell;

import org.jspecify.annotations.NullMarked;
