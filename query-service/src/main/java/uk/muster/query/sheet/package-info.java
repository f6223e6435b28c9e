/**
 * A school's marks held in memory while they are asked for: what lists over all its pupils are worked out from. A {@code Sheet} is read out of the
 * live projection once and then told of every event that is written to it, so that a list holds whatever the projection holds.
 */
@NullMarked
package uk.muster.query.sheet;

import org.jspecify.annotations.NullMarked;
