/** Who is at risk of missing too much school: pupils of a school or a trust with what their year comes to, live from the sheets. */
@NullMarked
package uk.muster.query.atrisk;

import org.jspecify.annotations.NullMarked;
