/** Who is late. */
@NullMarked
package uk.muster.query.punctuality;

import org.jspecify.annotations.NullMarked;
