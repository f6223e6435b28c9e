/** The auditor's pages: what was amended, who looked, how a register came to be, and what was signed of the ledger. Each is read as the API reads it. */
@NullMarked
package uk.muster.query.console.audit;

import org.jspecify.annotations.NullMarked;
