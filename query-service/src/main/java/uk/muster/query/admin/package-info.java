/** Operations: rebuilding the projections, and whether the service is well. */
@NullMarked
package uk.muster.query.admin;

import org.jspecify.annotations.NullMarked;
