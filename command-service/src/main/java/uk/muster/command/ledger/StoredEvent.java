package uk.muster.command.ledger;

import java.time.Instant;
import java.util.UUID;
import uk.muster.kernel.identity.Urn;

/**
 * An event as the ledger holds it.
 *
 * @param position from 1, dense, in commit order over the whole ledger
 * @param stream the aggregate's stream, which begins with the URN of its school
 * @param seq from 0, dense within the stream
 * @param type explicit name and version, such as {@code register-taken.v1}
 * @param recordedAt in microseconds, never decreasing with the position
 * @param metadata compact JSON
 * @param payload compact JSON, personal fields sealed
 * @param previousHash hash of the school's event before this one, 32 zero bytes for its first
 * @param hash 32 bytes, see {@link HashChain}
 */
@SuppressWarnings("ArrayRecordComponent") // rows are handed on as they are; identity is the position
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
        byte[] hash) {}
