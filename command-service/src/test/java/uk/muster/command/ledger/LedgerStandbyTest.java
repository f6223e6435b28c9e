package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
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
        try (TestLedger second = TestLedger.open(database, database.as("muster_command"), hasty)) {
            assertThatThrownBy(() -> second.append(TestLedger.event(STREAM, 1)))
                    .isInstanceOf(LedgerAwayException.class);
            assertThat(second.writer.isActive()).isFalse();

            first.append(TestLedger.event(STREAM, 1));
            assertThat(second.commits.awaitBeyond(1, Duration.ofSeconds(10))).isTrue();

            first.close();
            assertThat(second.writer.awaitActive(Duration.ofSeconds(20))).isTrue();
            StoredEvent taken = second.append(TestLedger.event(STREAM, 2)).getFirst();
            assertThat(taken.position()).isEqualTo(3);
            LedgerWriterTest.assertChained(second.all());
        }
    }
}
