/**
 * Penalty notices for absence (Education Act 1996 s444A; national framework): in which school weeks unauthorised sessions are counted, when their
 * count is reached and when it no longer is, and what a notice comes to, when it is paid and how many there may be.
 */
@NullMarked
package uk.muster.kernel.penalty;

import org.jspecify.annotations.NullMarked;
