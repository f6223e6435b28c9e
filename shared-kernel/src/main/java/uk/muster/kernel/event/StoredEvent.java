package uk.muster.kernel.event;

import java.time.Instant;
import java.util.UUID;
import uk.muster.kernel.identity.Urn;

/**
 * An event as it lies in the ledger.
 *
 * @param position dense in the ledger, from 1, in the order of commits
 * @param stream the aggregate's: {@code urn}, {@code urn/pupil number}, {@code urn/pupil number/absence},
 *     {@code urn/date/session/group} or {@code urn/retention}
 * @param seq dense in the stream, from 0
 * @param type name and version, {@code register-taken.v1}
 * @param recordedAt system time in microseconds, which never decreases with the position
 * @param metadata compact JSON of {@link EventMetadata}
 * @param payload compact JSON in which what is personal is sealed
 * @param previousHash of the event before it of the same school, 32 zero bytes for its first
 * @param hash SHA-256 over the previous hash and everything above
 */
@SuppressWarnings("ArrayRecordComponent") // read from and written to the database as they are; equality is by position
public record StoredEvent(
        long position,
        UUID id,
        Urn urn,
        String stream,
        long seq,
        String type,
        Instant recordedAt,
        byte[] metadata,
        byte[] payload,
        byte[] previousHash,
        byte[] hash) {

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredEvent that && position == that.position && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }

    @Override
    public String toString() {
        return type + " at " + position;
    }
}
