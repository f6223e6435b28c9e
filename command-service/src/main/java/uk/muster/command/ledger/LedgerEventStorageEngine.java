package uk.muster.command.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.StoredEvent;

/**
 * The ledger as Axon's event storage. Events of one unit of work are one {@link Append}: all or nothing, whichever aggregates they belong to.
 * There are no snapshots, since streams are short.
 *
 * <p>A unit of work may carry an {@link IdempotencyRecord} (see {@link #keepAnswer}) and afterwards tells what was stored (see {@link #stored}).
 */
public final class LedgerEventStorageEngine implements EventStorageEngine, AutoCloseable {

    private static final String ANSWER = "muster.answer-to-keep";
    private static final String STORED = "muster.stored-events";

    private static final int READERS = 2;
    private static final int STREAMS_PER_QUERY = 256;
    private static final int EVENTS_PER_PAGE = 1_000;

    private final LedgerWriter writer;
    private final LedgerReader reader;
    private final InstantSource businessClock;
    private final Batcher<String, List<StoredEvent>> streams;

    /** @param businessClock for events that do not say when they occurred */
    public LedgerEventStorageEngine(LedgerWriter writer, LedgerReader reader, InstantSource businessClock) {
        this.writer = writer;
        this.reader = reader;
        this.businessClock = businessClock;
        this.streams =
                new Batcher<>("ledger-streams", READERS, STREAMS_PER_QUERY, reader::streams, stream -> List.of());
    }

    /** Has the answer kept together with the events of the unit of work, under its idempotency key. */
    public static void keepAnswer(UnitOfWork<?> unitOfWork, IdempotencyRecord answer) {
        unitOfWork.root().resources().put(ANSWER, answer);
    }

    /** What the unit of work has stored, in the order of positions; empty before its commit, and when it had no events. */
    public static List<StoredEvent> stored(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrDefaultResource(STORED, List.<StoredEvent>of());
    }

    /**
     * Appends and waits for the commit.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException when another event took a sequence number first
     * @throws IdempotencyConflict when another request with the same key was answered first
     * @throws LedgerAwayException when the ledger can't take events now
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        Optional<UnitOfWork<?>> unitOfWork = CurrentUnitOfWork.map(UnitOfWork::root);
        Optional<IdempotencyRecord> answer =
                unitOfWork.map(u -> (IdempotencyRecord) u.resources().remove(ANSWER));
        if (messages.isEmpty() && answer.isEmpty()) {
            return;
        }
        List<NewEvent> events = messages.stream().map(this::newEvent).toList();
        List<StoredEvent> stored = Answers.await(writer.append(new Append(events, answer)));
        unitOfWork.ifPresent(u -> u.resources().put(STORED, stored));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return Stream.iterate(
                        page(Messages.positionOf(token)),
                        page -> !page.isEmpty(),
                        page -> page(page.getLast().position()))
                .flatMap(List::stream)
                .map(Messages::tracked);
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSeq) {
        List<DomainEventMessage<?>> messages = streams.answer(stream).stream()
                .filter(event -> event.seq() >= firstSeq)
                .<DomainEventMessage<?>>map(Messages::tracked)
                .toList();
        return DomainEventStream.of(messages);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        OptionalLong last = reader.lastSeq(stream);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    /** The token after which the first event recorded at or after the instant comes. */
    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(reader.lastPositionBefore(instant));
    }

    /** Not supported: streams are short. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("The ledger keeps events alone, no snapshots.");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    @Override
    public void close() {
        streams.close();
    }

    private List<StoredEvent> page(long position) {
        return reader.after(position, EVENTS_PER_PAGE);
    }

    private NewEvent newEvent(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> domain && message.getPayload() instanceof MusterEvent event) {
            return NewEvent.of(
                    UUID.fromString(message.getIdentifier()),
                    domain.getAggregateIdentifier(),
                    domain.getSequenceNumber(),
                    event,
                    Messages.metadata(message, businessClock));
        }
        throw new IllegalArgumentException("The ledger takes the events of aggregates alone, not "
                + message.getPayloadType().getName() + ".");
    }
}
