package uk.muster.command.ledger;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.AbstractMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.EventMetadata;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.StoredEvent;

/** An event's payload and metadata, each decoded when it is asked for: most readers pass over most events by their type, and an aggregate's metadata is read by none. */
final class StoredMessage extends AbstractMessage<MusterEvent> {

    private static final long serialVersionUID = 1L;

    private final transient StoredEvent stored;
    private transient @Nullable MusterEvent payload;
    private transient @Nullable MetaData metaData;

    StoredMessage(StoredEvent stored) {
        this(stored, null);
    }

    /** @param payload the event where it need not be decoded */
    StoredMessage(StoredEvent stored, @Nullable MusterEvent payload) {
        super(stored.id().toString());
        this.stored = stored;
        this.payload = payload;
    }

    @Override
    public MusterEvent getPayload() {
        MusterEvent decoded = payload;
        if (decoded == null) {
            decoded = EventTypes.read(stored.type(), stored.payload());
            payload = decoded;
        }
        return decoded;
    }

    @Override
    @SuppressWarnings("unchecked") // Axon wants the class of exactly MusterEvent, and asks it for its supertypes
    public Class<MusterEvent> getPayloadType() {
        return (Class<MusterEvent>) EventTypes.classOf(stored.type());
    }

    @Override
    public MetaData getMetaData() {
        MetaData decoded = metaData;
        if (decoded == null) {
            decoded = decode(stored.metadata());
            metaData = decoded;
        }
        return decoded;
    }

    @Override
    protected Message<MusterEvent> withMetaData(MetaData changed) {
        return new GenericMessage<>(getIdentifier(), getPayload(), changed);
    }

    private static MetaData decode(byte[] stored) {
        EventMetadata metadata = KernelJson.mapper().readValue(stored, EventMetadata.class);
        Map<String, Object> entries = new HashMap<>();
        entries.put(Messages.OCCURRED_AT, metadata.occurredAt());
        entries.put(Messages.SYSTEM, metadata.system());
        entries.put(Messages.CORRELATION, metadata.correlation());
        if (metadata.causation() != null) {
            entries.put(Messages.CAUSATION, metadata.causation());
        }
        if (metadata.policy() != null) {
            entries.put(Messages.POLICY, metadata.policy());
        }
        return MetaData.from(entries);
    }
}
