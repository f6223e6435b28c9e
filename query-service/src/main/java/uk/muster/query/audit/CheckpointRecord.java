package uk.muster.query.audit;

import java.time.Instant;

/**
 * What the ledger was when it held so many events.
 *
 * @param size how many events, which is also the last position
 * @param root of the Merkle tree over their hashes, in hexadecimal
 * @param note the signed note (C2SP {@code tlog-checkpoint})
 * @param madeAt by the machine's clock, also in a trial
 */
public record CheckpointRecord(long size, String root, String note, Instant madeAt) {}
