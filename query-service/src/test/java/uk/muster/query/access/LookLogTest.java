package uk.muster.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.muster.http.identity.Role;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

class LookLogTest {

    private static final Instant NOW = Instant.parse("2026-09-07T08:00:00.123456789Z");
    private static final Looker HEAD = new Looker("h-1", Set.of(Role.HEAD), Role.HEAD, null);

    /** However many look at once, each look is recorded once and each school's chain holds. */
    @Property(tries = 20)
    void theChainsHoldWhoeverLooksAtOnce(@ForAll @IntRange(min = 1, max = 60) int lookers) throws Exception {
        MemoryLooks store = new MemoryLooks();
        LookLog log = new LookLog(store, InstantSource.fixed(NOW));
        log.start();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> looking = IntStream.range(0, lookers)
                    .<Future<?>>mapToObj(i -> threads.submit(() ->
                            log.record(HEAD, Look.ofSchool(Kind.EXPORT, new Urn(100_001 + i % 3)))))
                    .toList();
            for (Future<?> one : looking) {
                one.get();
            }
        } finally {
            log.stop();
        }
        assertThat(store.count()).isEqualTo(lookers);
        assertThat(store.groups()).isLessThanOrEqualTo(lookers);
        for (int school = 100_001; school <= 100_003; school++) {
            byte[] previous = new byte[EventHash.BYTES];
            long position = 0;
            for (StoredEvent look : store.ofSchool(new Urn(school), 0, Long.MAX_VALUE, lookers)) {
                assertThat(look.position()).isEqualTo(++position);
                assertThat(look.previousHash()).isEqualTo(previous);
                assertThat(EventHash.holds(look)).isTrue();
                previous = look.hash();
            }
        }
    }

    @Test
    void aLogThatWasStoppedLetsNobodyLook() {
        LookLog log = new LookLog(new MemoryLooks(), InstantSource.fixed(NOW));
        log.start();
        log.stop();
        assertThat(log.isRunning()).isFalse();
        assertThatThrownBy(() -> log.record(HEAD, Look.ofSchool(Kind.EXPORT, new Urn(100_001))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aSystemWhoseFirstLookFailedIsRecordedAtItsNext() {
        MemoryLooks store = new MemoryLooks();
        LookLog log = new LookLog(store, InstantSource.fixed(NOW));
        Looker system = new Looker("mis", Set.of(Role.MIS_INTEGRATION), Role.MIS_INTEGRATION, null);
        Look look = Look.ofSchool(Kind.REGISTER, new Urn(100_001));
        log.start();
        store.away(true);
        assertThatThrownBy(() -> log.record(system, look)).isInstanceOf(ProblemException.class);
        store.away(false);
        log.record(system, look);
        log.record(system, look);
        log.stop();
        assertThat(store.count()).isEqualTo(1);
    }
}
