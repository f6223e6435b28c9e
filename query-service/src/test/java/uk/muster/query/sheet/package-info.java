/** Tests of the sheets. */
@NullMarked
package uk.muster.query.sheet;

import org.jspecify.annotations.NullMarked;
