package uk.muster.command.ledger;

import java.time.Instant;
import java.time.InstantSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.EventMetadata;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.StoredEvent;

/** Between the ledger's events and Axon's messages. Message metadata has the keys of {@link EventMetadata}'s components. */
public final class Messages {

    /** When it happened in business time, an {@link Instant}. */
    public static final String OCCURRED_AT = "occurredAt";

    /** The calling system or person, the {@code sub} of the token. */
    public static final String SYSTEM = "system";

    /** One id for all that one call set off. */
    public static final String CORRELATION = "correlation";

    /** Id of the event that set this off. */
    public static final String CAUSATION = "causation";

    /** {@code id@version#hash} of the policy profile where a rule of it decided. */
    public static final String POLICY = "policy";

    /** Who speaks when no token does. */
    private static final String MUSTER = "muster";

    private Messages() {}

    /** The event as Axon hands it on: decoded when it is looked at, timestamped with the instant it was recorded, with its position as token. */
    static GenericTrackedDomainEventMessage<MusterEvent> tracked(StoredEvent stored) {
        return tracked(stored, new StoredMessage(stored));
    }

    /** {@link #tracked(StoredEvent)} for an event that is at hand as it was decided. */
    static GenericTrackedDomainEventMessage<MusterEvent> tracked(AppendedEvent appended) {
        return tracked(appended.stored(), new StoredMessage(appended.stored(), appended.event()));
    }

    private static GenericTrackedDomainEventMessage<MusterEvent> tracked(StoredEvent stored, StoredMessage message) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(stored.position()),
                aggregateType(stored.stream()),
                stored.stream(),
                stored.seq(),
                message,
                stored::recordedAt);
    }

    /** The position a token stands for; 0, before the first event, where there is none. */
    static long positionOf(@Nullable TrackingToken token) {
        return switch (WrappedToken.unwrapLowerBound(token)) {
            case null -> 0;
            case GlobalSequenceTrackingToken position -> position.getGlobalIndex();
            case TrackingToken other ->
                throw new IllegalArgumentException(
                        "The ledger gives no tokens of " + other.getClass().getName() + ".");
        };
    }

    static EventMetadata metadata(EventMessage<?> message, InstantSource businessClock) {
        MetaData given = message.getMetaData();
        return new EventMetadata(
                given.get(OCCURRED_AT) instanceof Instant occurredAt ? occurredAt : businessClock.instant(),
                given.get(SYSTEM) instanceof String system ? system : MUSTER,
                given.get(CORRELATION) instanceof String correlation ? correlation : message.getIdentifier(),
                given.get(CAUSATION) instanceof String causation ? causation : null,
                given.get(POLICY) instanceof String policy ? policy : null);
    }

    /** Axon's name for the aggregate a stream belongs to, told by the stream's form. */
    private static String aggregateType(String stream) {
        return switch ((int) stream.chars().filter(c -> c == '/').count()) {
            case 0 -> "School";
            case 1 -> "Pupil";
            case 2 -> "Absence";
            default -> "Register";
        };
    }
}
