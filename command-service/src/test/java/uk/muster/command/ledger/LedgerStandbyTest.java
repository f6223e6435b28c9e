package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.StoredEvent;

/** Two instances on one database: the one with the lock writes, the other stands by. */
class LedgerStandbyTest {

    private static final String STREAM = TestLedger.SCHOOL + "/a";

    @Test
    void standsByWhileAnotherWritesAndTakesOverWhenItEnds() throws InterruptedException {
        TestDatabase database = TestDatabase.create();
        TestLedger first = TestLedger.open(database, GroupHook.NONE, InstantSource.system());
        first.append(TestLedger.event(STREAM, 0));
        LedgerSettings hasty =
                new LedgerSettings(500, 100, Duration.ofMillis(50), Duration.ZERO, TestLedger.QUICK.heartbeat());
        Remembered remembered = new Remembered();
        try (TestLedger second = TestLedger.open(database, database.as("muster_command"), remembered, hasty)) {
            assertThatThrownBy(() -> second.append(TestLedger.event(STREAM, 1)))
                    .isInstanceOf(LedgerAwayException.class);
            assertThat(second.writer.isActive()).isFalse();

            first.append(TestLedger.event(STREAM, 1));
            assertThat(second.commits.awaitBeyond(1, Duration.ofSeconds(10))).isTrue();

            assertThat(remembered.begunAt).isEmpty();
            first.close();
            assertThat(second.writer.awaitActive(Duration.ofSeconds(20))).isTrue();
            assertThat(remembered.begunAt)
                    .as("what was remembered is forgotten")
                    .containsExactly(2L);
            StoredEvent taken = second.append(TestLedger.event(STREAM, 2)).getFirst();
            assertThat(taken.position()).isEqualTo(3);
            LedgerWriterTest.assertChained(second.all());
            assertThat(remembered.ends).hasValue(0);
        }
        assertThat(remembered.ends).as("another instance may write now").hasValue(1);
    }

    private static final class Remembered implements GroupHook {

        private final List<Long> begunAt = new CopyOnWriteArrayList<>();
        private final AtomicInteger ends = new AtomicInteger();

        @Override
        public void inTransaction(Connection connection, List<AppendedEvent> events) {}

        @Override
        public void begin(long position) {
            begunAt.add(position);
        }

        @Override
        public void end() {
            ends.incrementAndGet();
        }
    }
}
