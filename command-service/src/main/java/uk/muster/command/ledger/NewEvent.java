package uk.muster.command.ledger;

import java.util.UUID;
import uk.muster.kernel.identity.Urn;

/**
 * An event on its way into the ledger: all that the writer does not decide itself.
 *
 * @param stream the aggregate's stream, which begins with the URN of its school
 * @param seq the sequence number its aggregate expects it to get; another one means that the decision was stale
 * @param type explicit name and version, such as {@code register-taken.v1}
 * @param metadata compact JSON
 * @param payload compact JSON, personal fields sealed
 * @param event the domain event itself, for the {@link GroupHook}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes go to the database as they are and are never compared
public record NewEvent(
        UUID id, Urn urn, String stream, long seq, String type, byte[] metadata, byte[] payload, Object event) {}
