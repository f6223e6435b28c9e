/** Tests of the query side. */
@NullMarked
package uk.muster.query;

import org.jspecify.annotations.NullMarked;
