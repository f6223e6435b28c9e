/** Tests of the console. */
@NullMarked
package uk.muster.query.console.child;

import org.jspecify.annotations.NullMarked;
