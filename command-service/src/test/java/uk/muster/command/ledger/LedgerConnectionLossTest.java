package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import uk.muster.command.ledger.FaultyDatabase.Fault;
import uk.muster.kernel.event.StoredEvent;

/** What is acknowledged is there, once; what is refused is not; whatever happens to the connection. */
class LedgerConnectionLossTest {

    private static final String STREAM = TestLedger.SCHOOL + "/a";

    @Test
    void holdsEveryAcknowledgedEventOnceWhenItsSessionsAreKilledUnderLoad() throws Exception {
        TestDatabase database = TestDatabase.create();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Set<String> refused = ConcurrentHashMap.newKeySet();
        try (TestLedger ledger = TestLedger.open(database, GroupHook.NONE, InstantSource.system())) {
            AtomicInteger progress = new AtomicInteger();
            List<CountDownLatch> kills =
                    IntStream.range(0, 6).mapToObj(i -> new CountDownLatch(1)).toList();
            List<Thread> appenders = IntStream.range(0, 32)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> {
                        for (int n = 0; n < 150; n++) {
                            NewEvent event = TestLedger.event((100_000 + i) + "/" + n, 0);
                            try {
                                ledger.writer.append(Append.of(event)).join();
                                acknowledged.add(event.id().toString());
                            } catch (CompletionException e) {
                                refused.add(event.id().toString());
                            }
                            int done = progress.incrementAndGet();
                            if (done % 700 == 0) {
                                kills.get(done / 700 - 1).countDown();
                            }
                        }
                    }))
                    .toList();
            for (CountDownLatch kill : kills) {
                kill.await();
                database.terminateSessionsOf("muster_command");
            }
            for (Thread appender : appenders) {
                appender.join();
            }
        }

        List<StoredEvent> all = new LedgerReader(database.as("muster_query")).after(0, Integer.MAX_VALUE);
        assertThat(all)
                .extracting(e -> e.id().toString())
                .doesNotHaveDuplicates()
                .containsAll(acknowledged);
        assertThat(all).hasSize(acknowledged.size());
        assertThat(acknowledged.size() + refused.size()).isEqualTo(32 * 150);
        assertThat(all)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all.size()).boxed().toList());
        LedgerWriterTest.assertChained(all);
    }

    @Test
    void acknowledgesAGroupWhoseCommitWasDoneButNeverAnswered() {
        TestDatabase database = TestDatabase.create();
        FaultyDatabase faulty = new FaultyDatabase(database.as("muster_command"));
        try (TestLedger ledger = TestLedger.open(database, faulty.source(), TestLedger.QUICK)) {
            ledger.append(TestLedger.event(STREAM, 0));
            faulty.next(Fault.LOST_AFTER_COMMIT);

            StoredEvent stored = ledger.append(TestLedger.event(STREAM, 1)).getFirst();

            assertThat(stored.position()).isEqualTo(2);
            assertThat(ledger.append(TestLedger.event(STREAM, 2)).getFirst().position())
                    .isEqualTo(3);
            LedgerWriterTest.assertChained(ledger.all());
        }
    }

    @Test
    void acknowledgesAnAnswerWithoutEventsWhoseCommitWasDoneButNeverAnswered() {
        TestDatabase database = TestDatabase.create();
        FaultyDatabase faulty = new FaultyDatabase(database.as("muster_command"));
        try (TestLedger ledger = TestLedger.open(database, faulty.source(), TestLedger.QUICK)) {
            ledger.append(TestLedger.event(STREAM, 0));
            faulty.next(Fault.LOST_AFTER_COMMIT);

            assertThat(ledger.append(LedgerIdempotencyTest.answering("key-1", List.of())))
                    .isEmpty();
        }
    }

    @Test
    void refusesAGroupWhoseCommitNeverReachedTheServer() {
        TestDatabase database = TestDatabase.create();
        FaultyDatabase faulty = new FaultyDatabase(database.as("muster_command"));
        try (TestLedger ledger = TestLedger.open(database, faulty.source(), TestLedger.QUICK)) {
            ledger.append(TestLedger.event(STREAM, 0));
            faulty.next(Fault.LOST_BEFORE_COMMIT);

            assertThatThrownBy(() -> ledger.append(TestLedger.event(STREAM, 1)))
                    .isInstanceOf(LedgerAwayException.class);
            assertThat(ledger.all()).hasSize(1);
            assertThat(ledger.append(TestLedger.event(STREAM, 1)).getFirst().position())
                    .isEqualTo(2);
        }
    }

    @Test
    void refusesSoonWhileTheServerIsAwayAndGoesOnByItselfWhenItIsBack() throws Exception {
        TestDatabase database = TestDatabase.create();
        FaultyDatabase faulty = new FaultyDatabase(database.as("muster_command"));
        LedgerSettings hasty =
                new LedgerSettings(500, 100, Duration.ofMillis(100), Duration.ZERO, TestLedger.QUICK.heartbeat());
        try (TestLedger ledger = TestLedger.open(database, faulty.source(), hasty)) {
            assertThat(ledger.writer.awaitActive(Duration.ofSeconds(20))).isTrue();
            ledger.append(TestLedger.event(STREAM, 0));

            faulty.away(true);
            database.terminateSessionsOf("muster_command");
            assertThatThrownBy(() -> ledger.append(TestLedger.event(STREAM, 1)))
                    .isInstanceOf(LedgerAwayException.class);
            assertThat(ledger.writer.isActive()).isFalse();

            faulty.away(false);
            assertThat(ledger.writer.awaitActive(Duration.ofSeconds(20))).isTrue();
            assertThat(ledger.append(TestLedger.event(STREAM, 1)).getFirst().position())
                    .isEqualTo(2);
        }
    }
}
