/** Who is at risk. */
@NullMarked
package uk.muster.query.atrisk;

import org.jspecify.annotations.NullMarked;
