/** Tests of penalty windows. */
@NullMarked
package uk.muster.query.penalty;

import org.jspecify.annotations.NullMarked;
