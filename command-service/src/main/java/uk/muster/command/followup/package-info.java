/** What follows from the ledger and the time by itself: a watch over it, the saga of each unexplained absence, and its deadlines. It decides nothing. */
@NullMarked
package uk.muster.command.followup;

import org.jspecify.annotations.NullMarked;
