/** Reading one's own writes: a query that names a position waits until the projections hold it. */
@NullMarked
package uk.muster.query.position;

import org.jspecify.annotations.NullMarked;
