package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

class LedgerWriterTest {

    private static final String STREAM = TestLedger.SCHOOL + "/a";

    @Test
    void numbersAllEventsDenselyInTheOrderInWhichTheyAreAcknowledged() throws InterruptedException {
        try (TestLedger ledger = TestLedger.open()) {
            ConcurrentMap<String, List<Long>> acknowledged = new ConcurrentHashMap<>();
            List<Thread> appenders = IntStream.range(0, 64)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> {
                        String stream = (100_000 + i % 5) + "/pupil-" + i;
                        for (long seq = 0; seq < 40; seq++) {
                            acknowledged
                                    .computeIfAbsent(stream, s -> new ArrayList<>())
                                    .add(ledger.append(TestLedger.event(stream, seq))
                                            .getFirst()
                                            .position());
                        }
                    }))
                    .toList();
            for (Thread appender : appenders) {
                appender.join();
            }

            List<StoredEvent> all = ledger.all();
            assertThat(all)
                    .extracting(StoredEvent::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 64 * 40).boxed().toList());
            assertThat(acknowledged).hasSize(64).allSatisfy((stream, positions) -> {
                assertThat(positions).isSorted();
                assertThat(all.stream().filter(e -> e.stream().equals(stream)).map(StoredEvent::position))
                        .containsExactlyElementsOf(positions);
                assertThat(all.stream().filter(e -> e.stream().equals(stream)).map(StoredEvent::seq))
                        .containsExactlyElementsOf(
                                LongStream.range(0, 40).boxed().toList());
            });
            assertThat(all).extracting(StoredEvent::recordedAt).isSorted();
            assertChained(all);
        }
    }

    @Test
    void refusesStaleAppendsAndNoOthers() {
        try (TestLedger ledger = TestLedger.open()) {
            ledger.append(TestLedger.event(STREAM, 0));

            List<CompletableFuture<List<StoredEvent>>> rivals = IntStream.range(0, 20)
                    .mapToObj(i -> ledger.writer.append(Append.of(TestLedger.event(STREAM, 1))))
                    .toList();
            List<CompletableFuture<List<StoredEvent>>> others = IntStream.range(0, 20)
                    .mapToObj(i ->
                            ledger.writer.append(Append.of(TestLedger.event(TestLedger.SCHOOL + "/other-" + i, 0))))
                    .toList();

            assertThat(others).allSatisfy(other -> assertThat(other.join()).hasSize(1));
            assertThat(rivals.getFirst().join()).hasSize(1);
            assertThat(rivals.subList(1, 20))
                    .allSatisfy(
                            rival -> assertThatThrownBy(rival::join).hasCauseInstanceOf(ConcurrencyException.class));
            assertThat(ledger.all()).hasSize(22);
        }
    }

    @Test
    void takesAppendsToOneStreamThatWaitTogetherInTheirOrder() {
        try (TestLedger ledger = TestLedger.open()) {
            List<CompletableFuture<List<StoredEvent>>> answers = IntStream.range(0, 500)
                    .mapToObj(seq -> ledger.writer.append(Append.of(TestLedger.event(STREAM, seq))))
                    .toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).hasSize(1));
            assertThat(ledger.all()).hasSize(500).extracting(StoredEvent::seq).isSorted();
        }
    }

    @Test
    void appendsToSeveralStreamsWhollyOrNotAtAll() {
        try (TestLedger ledger = TestLedger.open()) {
            ledger.append(TestLedger.event(STREAM, 0));

            assertThatThrownBy(() ->
                            ledger.append(TestLedger.event(TestLedger.SCHOOL + "/b", 0), TestLedger.event(STREAM, 0)))
                    .isInstanceOf(ConcurrencyException.class);
            List<StoredEvent> both =
                    ledger.append(TestLedger.event(TestLedger.SCHOOL + "/b", 0), TestLedger.event(STREAM, 1));

            assertThat(both).extracting(StoredEvent::position).containsExactly(2L, 3L);
            assertThat(ledger.all()).hasSize(3);
        }
    }

    @Test
    void neverLetsTheRecordedInstantDecreaseWhenTheClockDoes() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-09-07T08:00:00.123456789Z"));
        try (TestLedger ledger = TestLedger.open(TestDatabase.create(), GroupHook.NONE, now::get)) {
            ledger.append(TestLedger.event(STREAM, 0));
            now.set(Instant.parse("2026-09-07T07:00:00Z"));
            ledger.append(TestLedger.event(STREAM, 1));
            now.set(Instant.parse("2026-09-07T08:00:01Z"));
            ledger.append(TestLedger.event(STREAM, 2));

            assertThat(ledger.all())
                    .extracting(StoredEvent::recordedAt)
                    .containsExactly(
                            Instant.parse("2026-09-07T08:00:00.123456Z"),
                            Instant.parse("2026-09-07T08:00:00.123456Z"),
                            Instant.parse("2026-09-07T08:00:01Z"));
        }
    }

    @Test
    void goesOnFromTheEndOfTheLedgerAfterARestart() {
        TestDatabase database = TestDatabase.create();
        Instant late = Instant.parse("2026-09-07T08:00:00Z");
        try (TestLedger ledger = TestLedger.open(database, GroupHook.NONE, () -> late)) {
            ledger.append(TestLedger.event(STREAM, 0));
        }
        try (TestLedger ledger = TestLedger.open(database, GroupHook.NONE, () -> late.minusSeconds(60))) {
            StoredEvent next = ledger.append(TestLedger.event(STREAM, 1)).getFirst();

            assertThat(next.position()).isEqualTo(2);
            assertThat(next.recordedAt()).isEqualTo(late);
            assertChained(ledger.all());
        }
    }

    @Test
    void handsEveryGroupToTheHookInItsTransactionAndAgainOnceItIsCommitted() throws SQLException {
        TestDatabase database = TestDatabase.create();
        RollHook hook = new RollHook();
        try (TestLedger ledger = TestLedger.open(database, hook, Instant::now)) {
            List<CompletableFuture<List<StoredEvent>>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> ledger.writer.append(
                            Append.of(TestLedger.event(TestLedger.SCHOOL + "/p" + i, 0, "pupil-" + i))))
                    .toList();
            answers.forEach(answer -> assertThat(hook.committed)
                    .containsAll(
                            answer.join().stream().map(StoredEvent::position).toList()));

            assertThat(count(database, "muster.roll_spell")).isEqualTo(100);
        }
    }

    @Test
    void failsOnlyTheAppendThatTheHookCannotWrite() throws SQLException {
        TestDatabase database = TestDatabase.create();
        try (TestLedger ledger = TestLedger.open(database, new RollHook(), Instant::now)) {
            List<CompletableFuture<List<StoredEvent>>> answers = IntStream.range(0, 300)
                    .mapToObj(i -> ledger.writer.append(Append.of(TestLedger.event(
                            TestLedger.SCHOOL + "/p" + i, 0, i == 77 ? RollHook.BROKEN : "pupil-" + i))))
                    .toList();

            for (int i = 0; i < 300; i++) {
                if (i == 77) {
                    assertThatThrownBy(answers.get(i)::join).hasRootCauseMessage(RollHook.BROKEN);
                } else {
                    assertThat(answers.get(i).join()).hasSize(1);
                }
            }
            assertThat(ledger.all())
                    .extracting(StoredEvent::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 299).boxed().toList());
            assertThat(count(database, "muster.roll_spell")).isEqualTo(299);
            assertChained(ledger.all());
        }
    }

    @Test
    void tellsOfAUniqueEntryTakenByAnotherAsAConflict() {
        GroupHook hook = (connection, events) -> {
            for (AppendedEvent event : events) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(
                            "INSERT INTO muster.roll_pupil (urn, pupil_id, pupil, upn_index, enrolment) VALUES ("
                                    + event.stored().urn() + ", 'same', '" + event.stored().stream() + "', '', 'C')");
                }
            }
        };
        try (TestLedger ledger = TestLedger.open(hook)) {
            CompletableFuture<List<StoredEvent>> first =
                    ledger.writer.append(Append.of(TestLedger.event(TestLedger.SCHOOL + "/p1", 0)));
            CompletableFuture<List<StoredEvent>> second =
                    ledger.writer.append(Append.of(TestLedger.event(TestLedger.SCHOOL + "/p2", 0)));

            assertThat(first.join()).hasSize(1);
            assertThatThrownBy(second::join).hasCauseInstanceOf(ConcurrencyException.class);
        }
    }

    @Test
    void refusesAppendsOnceItIsClosed() {
        TestLedger ledger = TestLedger.open();
        ledger.append(TestLedger.event(STREAM, 0));
        ledger.close();

        assertThatThrownBy(() -> ledger.append(TestLedger.event(STREAM, 1))).isInstanceOf(LedgerAwayException.class);
        assertThat(ledger.writer.isActive()).isFalse();
    }

    @Test
    void anAppendNeedsAnEventOrAnAnswer() {
        assertThatThrownBy(() -> new Append(List.of(), Optional.empty())).isInstanceOf(IllegalArgumentException.class);
    }

    /** Every event links to the one before it of its school and has the hash of its content. */
    static void assertChained(List<StoredEvent> all) {
        ConcurrentMap<Urn, byte[]> last = new ConcurrentHashMap<>();
        assertThat(all).allSatisfy(event -> {
            assertThat(event.previousHash()).isEqualTo(last.getOrDefault(event.urn(), new byte[EventHash.BYTES]));
            assertThat(EventHash.holds(event)).isTrue();
            last.put(event.urn(), event.hash());
        });
    }

    static long count(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.as("muster_command").getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Writes a spell for each event, and can't for one. */
    private static final class RollHook implements GroupHook {

        private static final String BROKEN = "broken";

        private final ConcurrentLinkedQueue<Long> committed = new ConcurrentLinkedQueue<>();

        @Override
        public void inTransaction(Connection connection, List<AppendedEvent> events) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                for (AppendedEvent event : events) {
                    if (new String(event.stored().payload(), java.nio.charset.StandardCharsets.UTF_8)
                            .contains(BROKEN)) {
                        throw new IllegalStateException(BROKEN);
                    }
                    statement.addBatch("INSERT INTO muster.roll_spell (pupil, urn, group_id, from_date) VALUES ('"
                            + event.stored().stream() + "', " + event.stored().urn() + ", '7A', '2026-09-01')");
                }
                statement.executeBatch();
            }
        }

        @Override
        public void afterCommit(List<AppendedEvent> events) {
            events.forEach(event -> committed.add(event.stored().position()));
        }
    }
}
