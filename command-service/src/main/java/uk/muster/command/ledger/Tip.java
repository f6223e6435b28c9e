package uk.muster.command.ledger;

import java.time.Instant;

/**
 * Where the ledger ends.
 *
 * @param position of its last event, 0 while it is empty
 * @param recordedAt of its last event, in microseconds
 */
record Tip(long position, Instant recordedAt) {

    static final Tip EMPTY = new Tip(0, Instant.EPOCH);
}
