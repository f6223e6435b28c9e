/** Tests of the console. */
@NullMarked
package uk.muster.query.console.lists;

import org.jspecify.annotations.NullMarked;
