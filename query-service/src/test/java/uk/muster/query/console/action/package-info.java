/** Tests of the console. */
@NullMarked
package uk.muster.query.console.action;

import org.jspecify.annotations.NullMarked;
