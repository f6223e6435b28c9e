package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.StoredEvent;

/** The answer to an {@code Idempotency-Key} commits with its events, once, and is kept for 7 days (contract, Conventions). */
class LedgerIdempotencyTest {

    private static final byte[] SCOPE = "mis-1 /registers".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-09-07T08:00:00Z");

    static Append answering(String key, List<NewEvent> events) {
        return new Append(events, Optional.of(new IdempotencyRecord(SCOPE, key, new byte[] {1}, 201, new byte[] {2})));
    }

    private static NewEvent event(int n) {
        return TestLedger.event(TestLedger.SCHOOL + "/" + n, 0);
    }

    @Test
    void keepsTheFirstAnswerWithItsPosition() {
        try (TestLedger ledger = TestLedger.open()) {
            ledger.append(event(1));
            ledger.append(answering("key-1", List.of(event(2), event(3))));

            RecordedAnswer answer =
                    ledger.reader.answer(SCOPE, "key-1", Instant.now()).orElseThrow();
            assertThat(answer.position()).isEqualTo(3);
            assertThat(answer.record().status()).isEqualTo(201);
            assertThat(answer.record().bodyHash()).containsExactly(1);
            assertThat(answer.record().answer()).containsExactly(2);
            assertThat(ledger.reader.answer(SCOPE, "key-2", Instant.now())).isEmpty();
            assertThat(ledger.reader.answer(new byte[] {9}, "key-1", Instant.now()))
                    .isEmpty();
        }
    }

    @Test
    void recordsNothingUnderAKeyThatHasAnAnswer() {
        try (TestLedger ledger = TestLedger.open()) {
            ledger.append(answering("key-1", List.of(event(1))));

            assertThatThrownBy(() -> ledger.append(answering("key-1", List.of(event(2)))))
                    .isInstanceOf(IdempotencyConflict.class);
            assertThat(ledger.all()).hasSize(1);
        }
    }

    @Test
    void letsOneOfManyAtTheSameMomentThroughAndNoneOfTheOthers() {
        try (TestLedger ledger = TestLedger.open()) {
            List<CompletableFuture<List<StoredEvent>>> same = IntStream.range(0, 30)
                    .mapToObj(n -> ledger.writer.append(answering("key-1", List.of(event(n)))))
                    .toList();
            List<CompletableFuture<List<StoredEvent>>> others = IntStream.range(30, 60)
                    .mapToObj(n -> ledger.writer.append(answering("key-" + n, List.of(event(n)))))
                    .toList();

            assertThat(others).allSatisfy(other -> assertThat(other.join()).hasSize(1));
            assertThat(same.getFirst().join()).hasSize(1);
            assertThat(same.subList(1, 30))
                    .allSatisfy(rival -> assertThatThrownBy(rival::join).hasCauseInstanceOf(IdempotencyConflict.class));
            assertThat(ledger.all()).hasSize(31);
        }
    }

    @Test
    void takesTheKeyOnlyTogetherWithItsEvents() {
        try (TestLedger ledger = TestLedger.open()) {
            ledger.append(event(1));

            assertThatThrownBy(() -> ledger.append(answering("key-1", List.of(event(1)))))
                    .isInstanceOf(org.axonframework.modelling.command.ConcurrencyException.class);
            assertThat(ledger.reader.answer(SCOPE, "key-1", Instant.now())).isEmpty();
            assertThat(ledger.append(answering("key-1", List.of(event(2))))).hasSize(1);
        }
    }

    @Test
    void keepsAnAnswerThatRecordedNothing() {
        try (TestLedger ledger = TestLedger.open()) {
            ledger.append(event(1));

            assertThat(ledger.append(answering("key-1", List.of()))).isEmpty();
            assertThat(ledger.reader.answer(SCOPE, "key-1", Instant.now()))
                    .hasValueSatisfying(answer -> assertThat(answer.position()).isEqualTo(1));
        }
    }

    @Test
    void forgetsAfterSevenDays() throws SQLException {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        TestDatabase database = TestDatabase.create();
        try (TestLedger ledger = TestLedger.open(database, GroupHook.NONE, now::get)) {
            ledger.append(answering("key-1", List.of(event(1))));

            now.set(NOW.plus(Duration.ofDays(7)).minusSeconds(1));
            assertThatThrownBy(() -> ledger.append(answering("key-1", List.of(event(2)))))
                    .isInstanceOf(IdempotencyConflict.class);
            assertThat(ledger.reader.answer(SCOPE, "key-1", now.get())).isPresent();

            now.set(NOW.plus(Duration.ofDays(7)));
            assertThat(ledger.reader.answer(SCOPE, "key-1", now.get())).isEmpty();
            assertThat(ledger.append(answering("key-1", List.of(event(2))))).hasSize(1);
            assertThat(ledger.reader.answer(SCOPE, "key-1", now.get()))
                    .hasValueSatisfying(answer -> assertThat(answer.position()).isEqualTo(2));
        }
        now.set(NOW.plus(Duration.ofDays(30)));
        try (TestLedger ledger = TestLedger.open(database, GroupHook.NONE, now::get)) {
            ledger.append(event(3));
            assertThat(LedgerWriterTest.count(database, "muster.idempotency")).isZero();
        }
    }
}
