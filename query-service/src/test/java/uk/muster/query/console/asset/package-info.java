/** Tests of the console. */
@NullMarked
package uk.muster.query.console.asset;

import org.jspecify.annotations.NullMarked;
