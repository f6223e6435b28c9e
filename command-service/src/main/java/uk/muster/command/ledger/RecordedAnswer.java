package uk.muster.command.ledger;

import java.time.Instant;

/**
 * An {@link IdempotencyRecord} found in the ledger's database.
 *
 * @param position of the last event recorded with it, for {@code Muster-Position}; the head of that time if it had none
 * @param recordedAt when; it is honoured for {@link IdempotencyTable#KEPT}
 */
public record RecordedAnswer(IdempotencyRecord record, long position, Instant recordedAt) {}
