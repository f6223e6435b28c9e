package uk.muster.query.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import com.mongodb.event.ConnectionPoolClearedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.keys.Opener;
import uk.muster.query.keys.SubjectKeys;
import uk.muster.query.store.Interruptions;
import uk.muster.query.store.LiveProjection;
import uk.muster.query.store.Place;
import uk.muster.query.store.Projection;
import uk.muster.query.testing.MemoryKeys;
import uk.muster.query.testing.MemoryStore;
import uk.muster.query.testing.TestFollowUp;
import uk.muster.query.testing.TestLedger;

/** Nothing is lost and nothing counts twice, whatever is away and whoever starts again. */
class IngestTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private final MemoryStore store = new MemoryStore();
    private final Interruptions interruptions = new Interruptions();
    private final TestLedger ledger = ledger();
    private final Opener opener = new Opener(new SubjectKeys(ledger.keys, MemoryKeys.MASTER));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void holdsTheTopicAndGoesOnWhereItStoodAfterARestart() throws InterruptedException {
        LiveProjection live = new LiveProjection(store.client(), "restart");
        List<StoredEvent> events = ledger.events();
        FakeTopic topic = new FakeTopic().send(events.subList(0, 7));
        assertThat(runUntilCaughtUp(topic, live, opener)).isTrue();
        topic.send(events.subList(7, events.size()));
        assertThat(runUntilCaughtUp(topic, live, opener)).isTrue();
        assertThat(store.documents(live.get())).isEqualTo(inOneBatch());
    }

    @Test
    void makesThePlacesBeforeAnythingThatTheyStandFor() throws InterruptedException {
        LiveProjection live = new LiveProjection(store.client(), "places");
        FakeTopic topic = new FakeTopic().send(ledger.events());
        assertThat(runUntilCaughtUp(topic, live, opener)).isTrue();
        assertThat(store.written()).contains("registers");
        assertThat(store.written().stream().filter(name -> !name.equals("meta")))
                .startsWith("positions");
    }

    @Test
    void readsATopicMadeAnewFromItsBeginning() throws InterruptedException {
        LiveProjection live = new LiveProjection(store.client(), "anew");
        List<StoredEvent> events = ledger.events();
        assertThat(runUntilCaughtUp(
                        new FakeTopic().send(events.subList(0, 9)).send(events.subList(3, 9)), live, opener))
                .isTrue();
        FakeTopic anew = new FakeTopic().send(events);
        assertThat(runUntilCaughtUp(anew, live, opener)).isTrue();
        assertThat(store.documents(live.get())).isEqualTo(inOneBatch());
    }

    @Test
    void whoFollowsIsToldOfEveryEventOnceAndBeforeAnyoneWhoWaitsIsWoken() throws InterruptedException {
        LiveProjection live = new LiveProjection(store.client(), "followed");
        Progress progress = new Progress(interruptions);
        FakeTopic topic = new FakeTopic().send(ledger.events());
        Followed followed = new Followed(progress);
        Ingest ingest = ingest(topic, live, opener, progress, followed);
        ingest.start();
        assertThat(progress.await(() -> holds(progress, topic), SOON)).isTrue();
        ingest.stop();
        assertThat(followed.resumed).hasValue(1);
        assertThat(followed.told)
                .containsExactlyInAnyOrderElementsOf(
                        ledger.events().stream().map(StoredEvent::position).toList());
        assertThat(followed.late).isFalse();
    }

    @Test
    void tellsTheGroupAgainWhatTheBrokerDidNotTakeThoughNoEventComes() throws InterruptedException {
        LiveProjection live = new LiveProjection(store.client(), "told");
        FakeTopic topic = new FakeTopic().failCommits(3).send(ledger.events().subList(0, 4));
        Ingest ingest = ingest(topic, live, opener, new Progress(interruptions));
        ingest.start();
        assertThat(eventually(topic::isCommitted)).isTrue();
        ingest.stop();
    }

    @Test
    void waitsForKeysThatAreAway() throws InterruptedException {
        LiveProjection live = new LiveProjection(store.client(), "keys");
        AtomicInteger refused = new AtomicInteger();
        Opener late = new Opener(new SubjectKeys(
                numbers -> {
                    if (refused.getAndIncrement() == 0) {
                        throw new IllegalStateException("The database is away.");
                    }
                    return ledger.keys.find(numbers);
                },
                MemoryKeys.MASTER));
        assertThat(runUntilCaughtUp(new FakeTopic().send(ledger.events()), live, late))
                .isTrue();
        assertThat(refused.get()).isGreaterThan(1);
        assertThat(store.documents(live.get())).isEqualTo(inOneBatch());
    }

    @Test
    void waitsForADocumentStoreThatComesLater() throws InterruptedException, IOException {
        int port = freePort();
        MongoServer server = new MongoServer(new MemoryBackend());
        try (MongoClient client = client(port)) {
            LiveProjection live = new LiveProjection(client, "later");
            Progress progress = new Progress(interruptions);
            FakeTopic topic = new FakeTopic().send(ledger.events());
            Ingest ingest = ingest(topic, live, opener, progress);
            ingest.start();
            assertThat(eventually(ingest::isInTrouble)).isTrue();
            server.bind("localhost", port);
            assertThat(progress.await(() -> holds(progress, topic), SOON)).isTrue();
            ingest.stop();
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void writesAgainWhatAKilledStoreHasForgottenThoughNoEventComesAndNoWriteFails()
            throws InterruptedException, IOException {
        int port = freePort();
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind("localhost", port);
        try (MongoClient client = client(port)) {
            LiveProjection live = new LiveProjection(client, "forgetful");
            Progress progress = new Progress(interruptions);
            FakeTopic topic = new FakeTopic().send(ledger.events());
            Ingest ingest = ingest(topic, live, opener, progress);
            ingest.start();
            assertThat(progress.await(() -> holds(progress, topic), SOON)).isTrue();
            server.shutdownNow();
            server = new MongoServer(new MemoryBackend());
            server.bind("localhost", port);
            assertThat(eventually(() -> interruptions.count() > 0)).isTrue();
            assertThat(progress.await(() -> holds(progress, topic), SOON)).isTrue();
            assertThat(MemoryStore.documents(client, live.get())).containsAllEntriesOf(inOneBatch());
            ingest.stop();
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void aBatchInWhichTheConnectionBrokeIsWrittenAgainFromThePlaceBeforeIt() throws InterruptedException {
        LiveProjection live = new LiveProjection(store.client(), "broken");
        Progress progress = new Progress(interruptions);
        FakeTopic topic = new FakeTopic().send(ledger.events());
        AtomicInteger asked = new AtomicInteger();
        Opener breaking = new Opener(new SubjectKeys(
                numbers -> {
                    if (asked.getAndIncrement() == 0) {
                        interruptions.connectionPoolCleared(
                                new ConnectionPoolClearedEvent(new ServerId(new ClusterId(), new ServerAddress())));
                    }
                    return ledger.keys.find(numbers);
                },
                MemoryKeys.MASTER));
        List<Follower.Standing> resumed = new CopyOnWriteArrayList<>();
        Follower follower = new Follower() {
            @Override
            public void resumed(Standing standing) {
                resumed.add(standing);
            }

            @Override
            public void wrote(List<RelayedEvent> events, Collection<Place> moved) {}

            @Override
            public void lost() {}
        };
        Ingest ingest = ingest(topic, live, breaking, progress, follower);
        ingest.start();
        assertThat(progress.await(() -> holds(progress, topic), SOON)).isTrue();
        ingest.stop();
        assertThat(resumed).hasSize(2);
        assertThat(resumed.getLast().places())
                .allSatisfy(place -> assertThat(place.next()).isZero());
        assertThat(store.documents(live.get())).isEqualTo(inOneBatch());
    }

    @Test
    void aRebuildMakesTheSameDocumentsBesideTheLiveOnesAndTakesTheirPlace() throws InterruptedException {
        LiveProjection live = new LiveProjection(store.client(), "rebuilt");
        FakeTopic topic = new FakeTopic().send(ledger.events());
        assertThat(runUntilCaughtUp(topic, live, opener)).isTrue();
        Projection old = live.get();
        old.registers().drop();
        old.tasks().drop();
        Progress progress = new Progress(interruptions);
        Ingest ingest = ingest(topic, live, opener, progress);
        ingest.start();
        try (Rebuild rebuild =
                new Rebuild(topic::consumer, FakeTopic.NAME, live, opener, interruptions, Duration.ZERO)) {
            assertThat(rebuild.begin()).isTrue();
            assertThat(eventually(() -> rebuild.state().phase() == Rebuild.Phase.DONE))
                    .isTrue();
            ledger.take(TestLedger.URN + "/2026-09-04/AM/4-A", "p1", "/");
            topic.send(List.of(ledger.events().getLast()));
            assertThat(progress.await(() -> holds(progress, topic), SOON)).isTrue();
        }
        ingest.stop();
        assertThat(live.get().name()).isEqualTo("rebuilt_2");
        assertThat(store.documents(live.get())).isEqualTo(inOneBatch());
        assertThat(new LiveProjection(store.client(), "rebuilt").refresh().name())
                .isEqualTo("rebuilt_2");
    }

    @Test
    void aProjectionThatLacksFactsIsMadeAnewByItself() throws InterruptedException {
        LiveProjection live = new LiveProjection(store.client(), "lacking");
        FakeTopic topic = new FakeTopic().send(ledger.events());
        assertThat(runUntilCaughtUp(topic, live, opener)).isTrue();
        live.get().registers().drop();
        ledger.amend(TestLedger.URN + "/2026-09-02/AM/4-A", "p2", "I", "M");
        topic.send(List.of(ledger.events().getLast()));
        Progress progress = new Progress(interruptions);
        try (Rebuild rebuild =
                new Rebuild(topic::consumer, FakeTopic.NAME, live, opener, interruptions, Duration.ZERO)) {
            Ingest ingest = ingest(topic, live, opener, progress, new Followed(progress), rebuild::begin);
            ingest.start();
            assertThat(progress.await(() -> holds(progress, topic), SOON)).isTrue();
            ingest.stop();
        }
        assertThat(live.get().name()).isEqualTo("lacking_2");
        assertThat(store.documents(live.get())).isEqualTo(inOneBatch());
    }

    @Test
    void whatAnotherVersionMadeIsMadeAnewByItselfAndNotReadBefore() throws InterruptedException {
        FakeTopic topic = new FakeTopic().send(ledger.events());
        assertThat(runUntilCaughtUp(topic, new LiveProjection(store.client(), "older"), opener))
                .isTrue();
        store.client()
                .getDatabase("older")
                .getCollection("meta")
                .updateOne(Filters.eq("_id", "live"), Updates.set("shape", 0));

        LiveProjection live = new LiveProjection(store.client(), "older");
        Progress progress = new Progress(interruptions);
        Ingest ingest = ingest(topic, live, opener, progress);
        ingest.start();
        assertThat(eventually(ingest::isInTrouble)).isTrue();
        assertThat(live.isKnown()).isFalse();
        try (Rebuild rebuild =
                new Rebuild(topic::consumer, FakeTopic.NAME, live, opener, interruptions, Duration.ZERO)) {
            rebuild.beginIfOutdated();
            assertThat(progress.await(() -> holds(progress, topic), SOON)).isTrue();
        }
        ingest.stop();
        assertThat(live.get().name()).isEqualTo("older_2");
        assertThat(store.documents(live.get())).isEqualTo(inOneBatch());
    }

    @Test
    void whatThisVersionMadeIsKept() throws InterruptedException {
        FakeTopic topic = new FakeTopic().send(ledger.events());
        LiveProjection live = new LiveProjection(store.client(), "kept");
        assertThat(runUntilCaughtUp(topic, live, opener)).isTrue();
        try (Rebuild rebuild =
                new Rebuild(topic::consumer, FakeTopic.NAME, live, opener, interruptions, Duration.ZERO)) {
            rebuild.beginIfOutdated();
            assertThat(eventually(rebuild::begin)).as("the look is over").isTrue();
            assertThat(eventually(() -> rebuild.state().phase() == Rebuild.Phase.DONE))
                    .isTrue();
        }
        assertThat(live.get().name()).as("only what was asked for").isEqualTo("kept_2");
    }

    private boolean runUntilCaughtUp(FakeTopic topic, LiveProjection live, Opener keys) throws InterruptedException {
        Progress progress = new Progress(interruptions);
        Ingest ingest = ingest(topic, live, keys, progress);
        ingest.start();
        try {
            return progress.await(() -> holds(progress, topic), SOON);
        } finally {
            ingest.stop();
        }
    }

    private Ingest ingest(FakeTopic topic, LiveProjection live, Opener keys, Progress progress) {
        return ingest(topic, live, keys, progress, new Followed(progress));
    }

    private Ingest ingest(FakeTopic topic, LiveProjection live, Opener keys, Progress progress, Follower follower) {
        return ingest(topic, live, keys, progress, follower, () -> {});
    }

    private Ingest ingest(
            FakeTopic topic, LiveProjection live, Opener keys, Progress progress, Follower follower, Runnable rebuild) {
        return new Ingest(
                topic::consumer,
                FakeTopic.NAME,
                live,
                keys,
                interruptions,
                progress,
                follower,
                rebuild,
                new SimpleMeterRegistry());
    }

    /** Keeps what it is told, and whether it ever was told of a batch after someone who waited for it was woken. */
    private static final class Followed implements Follower {

        private final Progress progress;
        private final List<Long> told = new CopyOnWriteArrayList<>();
        private final AtomicInteger resumed = new AtomicInteger();
        private final AtomicBoolean late = new AtomicBoolean();

        Followed(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void resumed(Standing standing) {
            resumed.incrementAndGet();
        }

        @Override
        public void wrote(List<RelayedEvent> events, Collection<Place> moved) {
            events.forEach(event -> told.add(event.fact().position()));
            for (Place place : moved) {
                long before = progress.last(place.partition()).orElse(-1);
                late.compareAndSet(false, before >= place.last() && !events.isEmpty());
            }
        }

        @Override
        public void lost() {}
    }

    /** Looks again and again until it is so, for half a minute at most. */
    private boolean eventually(BooleanSupplier condition) throws InterruptedException {
        Progress nothingMoves = new Progress(interruptions);
        boolean holds = condition.getAsBoolean();
        for (int looks = 0; looks < 1500 && !holds; looks++) {
            nothingMoves.await(() -> false, Duration.ofMillis(20));
            holds = condition.getAsBoolean();
        }
        return holds;
    }

    private static boolean holds(Progress progress, FakeTopic topic) {
        return topic.lastPositions().entrySet().stream()
                .allMatch(last -> progress.last(last.getKey()).orElse(-1) >= last.getValue());
    }

    private Map<String, Document> inOneBatch() {
        Projection projection = store.projection();
        new BatchWriter(projection, opener)
                .write(ledger.events().stream().map(Feed::relayed).toList());
        return store.documents(projection);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private MongoClient client(int port) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://localhost:" + port))
                .applyToConnectionPoolSettings(pool -> pool.addConnectionPoolListener(interruptions))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(200, TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(500, TimeUnit.MILLISECONDS))
                .build());
    }

    private static TestLedger ledger() {
        TestLedger ledger = new TestLedger();
        LocalDate first = LocalDate.of(2026, 9, 1);
        for (Urn urn : List.of(TestLedger.URN, new Urn(222221), new Urn(222222), new Urn(222223))) {
            ledger.openSchool(urn, "{}");
            ledger.admit(urn, "p1", "Ash", "4-A", first);
            ledger.admit(urn, "p2", "Birch", "4-A", first);
            ledger.take(urn + "/2026-09-02/AM/4-A", "p1", "/", "p2", "N");
            TestFollowUp p2 = ledger.followUp(urn, "p2");
            UUID call = p2.due("d1-call", TaskKind.CONTACT, first, 1, TestLedger.START, "phone_call");
            p2.done(call, p2.attempt(TestLedger.START, Channel.PHONE, Outcome.SPOKE, Purpose.FIRST_DAY));
            ledger.amend(urn + "/2026-09-02/AM/4-A", "p2", "N", "I");
            ledger.move(urn, "p2", "4-B", LocalDate.of(2026, 9, 14));
        }
        return ledger;
    }
}
