package uk.muster.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.http.identity.Role;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.testing.TestLedger;

/** Against a real PostgreSQL with command-service's schema, by the role that may insert and read looks and nothing else. */
class PostgresLookStoreTest {

    private static final Path SCHEMA =
            Path.of("../command-service/src/main/resources/db/migration/V6__record_read.sql");
    private static final Instant NOW = Instant.parse("2026-09-07T08:00:00.123456Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Looker HEAD = new Looker("h-1", Set.of(Role.HEAD), Role.HEAD, Purpose.SUPPORT);
    private static final EmbeddedPostgres POSTGRES = start();
    private static final JdbcClient OWNER = JdbcClient.create(POSTGRES.getPostgresDatabase());
    private static final PostgresLookStore STORE = new PostgresLookStore(pool("whole"));

    @BeforeAll
    static void make() throws IOException {
        OWNER.sql("CREATE ROLE muster_access LOGIN").update();
        OWNER.sql("CREATE SCHEMA muster").update();
        OWNER.sql(Files.readString(SCHEMA)).update();
    }

    @AfterAll
    static void stop() throws IOException {
        STORE.close();
        POSTGRES.close();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL did not start.", e);
        }
    }

    /** @param name by which its sessions are known to the database */
    private static HikariDataSource pool(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(POSTGRES.getJdbcUrl("muster_access", "postgres"));
        config.addDataSourceProperty("ApplicationName", name);
        config.setMaximumPoolSize(2);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private static Draft draft(Urn urn, String pupil) {
        return Draft.of(HEAD, Look.ofPupil(Kind.CHRONOLOGY, urn, TestLedger.numberOf(urn, pupil), Instant.MAX));
    }

    private static List<StoredEvent> all(Urn urn) {
        return STORE.ofSchool(urn, 0, Long.MAX_VALUE, 10_000);
    }

    private static void assertChained(List<StoredEvent> looks) {
        byte[] previous = new byte[EventHash.BYTES];
        long position = 0;
        for (StoredEvent look : looks) {
            assertThat(look.position()).isEqualTo(++position);
            assertThat(look.previousHash()).isEqualTo(previous);
            assertThat(EventHash.holds(look)).isTrue();
            previous = look.hash();
        }
    }

    @Test
    void looksOfSeveralSchoolsAreEachChained() {
        Urn one = new Urn(100_001);
        Urn other = new Urn(100_002);
        STORE.append(List.of(draft(one, "p1"), draft(other, "p1"), draft(one, "p2")), NOW);
        STORE.append(List.of(draft(one, "p1")), NOW.minusSeconds(60));
        assertThat(all(one)).hasSize(3);
        assertChained(all(one));
        assertChained(all(other));
        assertThat(all(one)).extracting(StoredEvent::recordedAt).containsOnly(NOW);
        assertThat(STORE.lastPosition(one)).contains(3L);
        assertThat(STORE.lastPosition(new Urn(999_999))).isEmpty();
        assertThat(STORE.ofSchool(one, 1, 2, 10)).hasSize(1);
    }

    @Test
    void looksAtAPupilAndAtTheWholeSchoolAreFound() {
        Urn urn = new Urn(100_003);
        PupilNumber pupil = TestLedger.numberOf(urn, "p1");
        Draft school = Draft.of(HEAD, Look.ofSchool(Kind.EXPORT, urn));
        STORE.append(List.of(draft(urn, "p1"), draft(urn, "p2"), school), NOW);
        assertThat(STORE.newest(urn, pupil, Long.MAX_VALUE, Instant.EPOCH, LATEST, 10))
                .extracting(StoredEvent::position)
                .containsExactly(3L, 1L);
        assertThat(STORE.newest(urn, null, 3, Instant.EPOCH, LATEST, 1))
                .extracting(StoredEvent::position)
                .containsExactly(2L);
        assertThat(STORE.newest(urn, null, Long.MAX_VALUE, NOW.plusSeconds(1), LATEST, 10))
                .isEmpty();
        assertThat(STORE.newest(urn, null, Long.MAX_VALUE, Instant.EPOCH, NOW, 10))
                .isEmpty();
    }

    @Test
    void nothingIsEverChangedOrTakenOut() {
        JdbcClient access = JdbcClient.create(POSTGRES.getDatabase("muster_access", "postgres"));
        for (String statement :
                List.of("UPDATE muster.record_read SET position = 9", "DELETE FROM muster.record_read")) {
            assertThatThrownBy(() -> access.sql(statement).update()).isInstanceOf(DataAccessException.class);
        }
    }

    /** Two instances write at once, and their sessions are ended in the middle again and again: what was answered is there, once, in a chain. */
    @Test
    void whateverIsKilledWhoeverWasLetInIsOnRecord() throws Exception {
        Urn urn = new Urn(100_004);
        AtomicInteger let = new AtomicInteger();
        List<PostgresLookStore> stores =
                List.of(new PostgresLookStore(pool("killed")), new PostgresLookStore(pool("killed")));
        List<LookLog> logs = stores.stream()
                .map(store -> new LookLog(store, InstantSource.fixed(NOW)))
                .toList();
        logs.forEach(LookLog::start);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> looking = IntStream.range(0, 400)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        try {
                            logs.get(i % 2)
                                    .record(
                                            HEAD,
                                            Look.ofPupil(
                                                    Kind.CHRONOLOGY,
                                                    urn,
                                                    TestLedger.numberOf(urn, "p" + i),
                                                    Instant.MAX));
                            let.incrementAndGet();
                        } catch (ProblemException refused) {
                            assertThat(refused.problem().status()).isEqualTo(503);
                        }
                        if (i % 50 == 49) {
                            OWNER.sql(
                                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'killed'")
                                    .query(Boolean.class)
                                    .list();
                        }
                    }))
                    .toList();
            for (Future<?> one : looking) {
                one.get();
            }
        } finally {
            logs.forEach(LookLog::stop);
        }
        logs.forEach(log -> assertThat(log.isRunning()).isFalse());
        stores.forEach(PostgresLookStore::close);
        List<StoredEvent> looks = all(urn);
        assertThat(looks).hasSizeGreaterThanOrEqualTo(let.get());
        assertThat(let.get()).isPositive();
        assertChained(looks);
    }
}
