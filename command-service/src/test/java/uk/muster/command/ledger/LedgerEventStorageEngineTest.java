package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.event.StoredEvent;

/** What Axon asks of an event store, on the ledger. */
class LedgerEventStorageEngineTest {

    private static final String SCHOOL = TestLedger.SCHOOL.toString();
    private static final Instant MORNING = Instant.parse("2026-09-07T08:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    private TestLedger ledger;
    private LedgerEventStorageEngine engine;

    @BeforeEach
    void open() {
        ledger = TestLedger.open(TestDatabase.create(), GroupHook.NONE, now::get);
        engine = ledger.engine;
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static DomainEventMessage<MusterEvent> message(String stream, long seq, String name) {
        return new GenericDomainEventMessage<>(
                "School",
                stream,
                seq,
                new SchoolEvent.SchoolDetailsChanged(
                        TestLedger.SCHOOL,
                        new SchoolEvent.SchoolDetails(name, "301", SchoolEvent.Phase.PRIMARY, null)));
    }

    private static DomainEventMessage<MusterEvent> message(String stream, long seq) {
        return message(stream, seq, "Ash Green");
    }

    private static List<Long> positions(Iterable<? extends Message<?>> messages) {
        List<Long> positions = new ArrayList<>();
        messages.forEach(message -> positions.add(
                ((GlobalSequenceTrackingToken) ((TrackedEventMessage<?>) message).trackingToken()).getGlobalIndex()));
        return positions;
    }

    @Test
    void givesBackWhatItWasGiven() {
        DomainEventMessage<MusterEvent> given = message(SCHOOL, 0)
                .andMetaData(Map.of(
                        Messages.OCCURRED_AT, MORNING.minusSeconds(90),
                        Messages.SYSTEM, "mis-1",
                        Messages.CORRELATION, "c-1",
                        Messages.CAUSATION, "e-1",
                        Messages.POLICY, "hcat@1#abc"));
        engine.appendEvents(given);

        DomainEventMessage<?> stored = engine.readEvents(SCHOOL).next();
        assertThat(stored.getIdentifier()).isEqualTo(given.getIdentifier());
        assertThat(stored.getPayload()).isEqualTo(given.getPayload());
        assertThat(stored.getMetaData()).isEqualTo(given.getMetaData());
        assertThat(stored.getTimestamp()).isEqualTo(MORNING);
        assertThat(stored.getSequenceNumber()).isZero();
        assertThat(stored.getType()).isEqualTo("School");
    }

    @Test
    void saysForItselfWhatAnEventDoesNotSay() {
        DomainEventMessage<MusterEvent> given = message(SCHOOL, 0);
        engine.appendEvents(given);

        assertThat(engine.readEvents(SCHOOL).next().getMetaData())
                .containsOnly(
                        Map.entry(Messages.OCCURRED_AT, MORNING),
                        Map.entry(Messages.SYSTEM, "muster"),
                        Map.entry(Messages.CORRELATION, given.getIdentifier()));
    }

    @Test
    void readsAStreamFromItsBeginningOrFromASequenceNumberOn() {
        engine.appendEvents(message(SCHOOL, 0), message(SCHOOL, 1), message(SCHOOL, 2), message(SCHOOL + "/p", 0));

        assertThat(engine.readEvents(SCHOOL).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(0L, 1L, 2L);
        assertThat(engine.readEvents(SCHOOL, 2).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(2L);
        assertThat(engine.readEvents("999999").hasNext()).isFalse();
        assertThat(engine.lastSequenceNumberFor(SCHOOL)).contains(2L);
        assertThat(engine.lastSequenceNumberFor("999999")).isEmpty();
        assertThat(engine.readSnapshot(SCHOOL)).isEmpty();
    }

    @Test
    void readsManyStreamsAtOnce() throws InterruptedException {
        IntStream.range(0, 40)
                .forEach(i -> engine.appendEvents(LongStream.rangeClosed(0, i % 3)
                        .mapToObj(seq -> message(SCHOOL + "/" + i, seq))
                        .toList()));

        List<Throwable> wrong = new ArrayList<>();
        List<Thread> readers = IntStream.range(0, 400)
                .mapToObj(i -> Thread.ofVirtual()
                        .uncaughtExceptionHandler((thread, e) -> wrong.add(e))
                        .start(() -> {
                            String stream = SCHOOL + "/" + i % 40;
                            assertThat(engine.readEvents(stream).asStream())
                                    .hasSize(i % 40 % 3 + 1)
                                    .allSatisfy(e -> assertThat(e.getAggregateIdentifier())
                                            .isEqualTo(stream));
                        }))
                .toList();
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesADuplicateSequenceNumber() {
        engine.appendEvents(message(SCHOOL, 0));

        assertThatThrownBy(() -> engine.appendEvents(message(SCHOOL, 0))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void refusesWhatIsNoEventOfAnAggregate() {
        assertThatThrownBy(() -> engine.appendEvents(GenericEventMessage.asEventMessage("something")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.storeSnapshot(message(SCHOOL, 0)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void tracksFromTheTailFromTheHeadAndFromAnInstant() {
        assertThat(engine.createHeadToken()).isEqualTo(engine.createTailToken());
        for (int seq = 0; seq < 5; seq++) {
            now.set(MORNING.plusSeconds(seq));
            engine.appendEvents(message(SCHOOL, seq));
        }

        assertThat(positionsAfter(engine.createTailToken())).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(positionsAfter(null)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(positionsAfter(engine.createHeadToken())).isEmpty();
        assertThat(positionsAfter(engine.createTokenAt(MORNING.plusSeconds(2)))).containsExactly(3L, 4L, 5L);
        assertThat(positionsAfter(engine.createTokenAt(MORNING.plusMillis(2_500))))
                .containsExactly(4L, 5L);
        assertThat(positionsAfter(engine.createTokenAt(MORNING.minusSeconds(1))))
                .hasSize(5);
        assertThat(positionsAfter(engine.createTokenAt(MORNING.plusSeconds(60))))
                .isEmpty();
        assertThat(positionsAfter(ReplayToken.createReplayToken(
                        engine.createHeadToken(), engine.createTokenAt(MORNING.plusSeconds(3)))))
                .containsExactly(4L, 5L);
    }

    private List<Long> positionsAfter(TrackingToken token) {
        return positions(engine.readEvents(token, false).toList());
    }

    @Test
    void readsLongLedgersPageByPage() {
        engine.appendEvents(
                LongStream.range(0, 2_500).mapToObj(seq -> message(SCHOOL, seq)).toList());

        assertThat(positionsAfter(new GlobalSequenceTrackingToken(10)))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(11, 2_500).boxed().toList());
    }

    @Test
    void neitherSkipsNorReordersWhileManyAppend() throws Exception {
        int appenders = 32;
        int each = 60;
        LedgerEventStore store = LedgerEventStore.on(engine, ledger.tail, ledger.commits);
        List<List<Long>> seen = List.of(new ArrayList<>(), new ArrayList<>());
        List<Thread> readers = seen.stream()
                .map(positions -> Thread.ofVirtual().start(() -> {
                    try (TrackingEventStream stream = store.openStream(null)) {
                        while (positions.size() < appenders * each) {
                            positions.addAll(positions(List.of(stream.nextAvailable())));
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        List<Thread> writers = IntStream.range(0, appenders)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    for (int seq = 0; seq < each; seq++) {
                        store.publish(message(SCHOOL + "/" + i, seq));
                    }
                }))
                .toList();
        for (Thread thread : writers) {
            thread.join();
        }
        for (Thread thread : readers) {
            thread.join();
        }
        store.shutDown();

        List<Long> dense =
                LongStream.rangeClosed(1, (long) appenders * each).boxed().toList();
        assertThat(seen).allSatisfy(positions -> assertThat(positions).containsExactlyElementsOf(dense));
    }

    @Test
    void endsAStreamsWaitWhenAnEventIsCommitted() throws Exception {
        LedgerEventStore store = LedgerEventStore.on(engine, ledger.tail, ledger.commits);
        try (TrackingEventStream stream = store.openStream(store.createHeadToken())) {
            assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
            assertThat(stream.peek()).isEmpty();
            Thread.ofVirtual().start(() -> store.publish(message(SCHOOL, 0)));

            assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.peek()).isPresent();
            assertThat(positions(List.of(stream.nextAvailable()))).containsExactly(1L);
        }
        store.shutDown();
    }

    @Test
    void appendsTheEventsOfOneUnitOfWorkTogetherWithItsAnswer() {
        LedgerEventStore store = LedgerEventStore.on(engine, ledger.tail, ledger.commits);
        IdempotencyRecord answer = new IdempotencyRecord(new byte[] {1}, "key-1", new byte[] {2}, 201, new byte[] {3});

        UnitOfWork<Message<?>> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        LedgerEventStorageEngine.keepAnswer(unitOfWork, answer);
        store.publish(message(SCHOOL, 0));
        store.publish(message(SCHOOL + "/p", 0), message(SCHOOL + "/p", 1));
        assertThat(LedgerEventStorageEngine.stored(unitOfWork)).isEmpty();
        unitOfWork.commit();

        assertThat(LedgerEventStorageEngine.stored(unitOfWork))
                .extracting(StoredEvent::position)
                .containsExactly(1L, 2L, 3L);
        assertThat(ledger.reader.answer(new byte[] {1}, "key-1", MORNING))
                .hasValueSatisfying(kept -> assertThat(kept.position()).isEqualTo(3));
        store.shutDown();
    }

    @Test
    void appendsNothingOfAUnitOfWorkOfWhichOneEventIsStale() {
        LedgerEventStore store = LedgerEventStore.on(engine, ledger.tail, ledger.commits);
        store.publish(message(SCHOOL, 0));

        UnitOfWork<Message<?>> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        store.publish(message(SCHOOL + "/p", 0), message(SCHOOL, 0));
        assertThatThrownBy(unitOfWork::commit).isInstanceOf(ConcurrencyException.class);

        assertThat(ledger.all()).hasSize(1);
        store.shutDown();
    }
}
