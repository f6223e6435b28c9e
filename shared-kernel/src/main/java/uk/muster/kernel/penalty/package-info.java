/**
 * Penalty notices for absence (Education Act 1996 s444A; national framework): in which school weeks unauthorised sessions are counted, when
 * their count is reached, and when it no longer is.
 */
@NullMarked
package uk.muster.kernel.penalty;

import org.jspecify.annotations.NullMarked;
