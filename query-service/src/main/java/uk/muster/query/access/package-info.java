/**
 * Who looked: every answer that shows somebody a chronology, or a code that tells of health, religion, origin or detention, is recorded before it is
 * given, in a log of each school that is chained as the ledger is and can be checked by the same verifier.
 */
@NullMarked
package uk.muster.query.access;

import org.jspecify.annotations.NullMarked;
