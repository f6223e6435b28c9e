/**
 * The auditor's questions, answered from the ledger itself by the read-only role: every amendment, and the stored events with all that is needed
 * to check them without Muster. {@link uk.muster.query.audit.EventExport} says how.
 */
@NullMarked
package uk.muster.query.audit;

import org.jspecify.annotations.NullMarked;
