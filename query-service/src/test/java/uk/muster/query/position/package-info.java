/** Tests of waiting for a position. */
@NullMarked
package uk.muster.query.position;

import org.jspecify.annotations.NullMarked;
