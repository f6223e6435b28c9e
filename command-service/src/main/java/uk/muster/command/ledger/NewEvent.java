package uk.muster.command.ledger;

import java.util.UUID;
import uk.muster.kernel.event.EventMetadata;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.identity.Urn;

/**
 * An event on its way into the ledger: all that the writer does not decide itself.
 *
 * @param stream the aggregate's stream, which begins with the URN of its school
 * @param seq the sequence number its aggregate expects it to get; another one means that the decision was stale
 * @param type name and version, {@code register-taken.v1}
 * @param metadata compact JSON of {@link EventMetadata}
 * @param payload compact JSON in which what is personal is sealed
 * @param event the event itself, for the {@link GroupHook}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes go to the database as they are and are never compared
public record NewEvent(
        UUID id, Urn urn, String stream, long seq, String type, byte[] metadata, byte[] payload, MusterEvent event) {

    /**
     * The stored form of an event; the work of writing JSON is done here, on the caller's thread.
     *
     * @throws IllegalArgumentException when the stream does not begin with a URN
     */
    public static NewEvent of(UUID id, String stream, long seq, MusterEvent event, EventMetadata metadata) {
        return new NewEvent(
                id,
                schoolOf(stream),
                stream,
                seq,
                EventTypes.nameOf(event),
                KernelJson.mapper().writeValueAsBytes(metadata),
                EventTypes.write(event),
                event);
    }

    private static Urn schoolOf(String stream) {
        int slash = stream.indexOf('/');
        return Urn.parse(slash < 0 ? stream : stream.substring(0, slash));
    }
}
