/** The small agreements of the contract that every endpoint keeps: positions, cursors, limits, instants, JSON. */
@NullMarked
package uk.muster.http.convention;

import org.jspecify.annotations.NullMarked;
