/** Decides: every command of the contract ends here, as events in the ledger or as a refusal that records nothing. */
@NullMarked
package uk.muster.command;

import org.jspecify.annotations.NullMarked;
