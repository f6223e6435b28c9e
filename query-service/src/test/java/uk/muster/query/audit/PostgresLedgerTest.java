package uk.muster.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.http.identity.SchoolScope;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.clock.BusinessClock;
import uk.muster.query.keys.SubjectKeyTable;
import uk.muster.query.testing.TestLedger;

/** Every statement against a real PostgreSQL with command-service's schema, by the role that may only read. */
class PostgresLedgerTest {

    private static final Path SCHEMA = Path.of("../command-service/src/main/resources/db/migration/V1__ledger.sql");
    private static final Urn URN = TestLedger.URN;
    private static final Urn OTHER = new Urn(222222);
    private static final TestLedger RECORDED = recorded();
    private static final EmbeddedPostgres POSTGRES = start();
    private static final JdbcClient OWNER = JdbcClient.create(POSTGRES.getPostgresDatabase());
    private static final JdbcClient READER = JdbcClient.create(POSTGRES.getDatabase("muster_query", "postgres"));
    private static final Ledger LEDGER = new PostgresLedger(READER);

    @BeforeAll
    static void fill() throws IOException {
        OWNER.sql("CREATE ROLE muster_command LOGIN").update();
        OWNER.sql("CREATE ROLE muster_query LOGIN").update();
        OWNER.sql("CREATE SCHEMA muster").update();
        OWNER.sql(Files.readString(SCHEMA)).update();
        for (StoredEvent e : RECORDED.events()) {
            OWNER.sql("INSERT INTO muster.event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            e.position(),
                            e.id(),
                            e.urn().value(),
                            e.stream(),
                            e.seq(),
                            e.type(),
                            at(e.recordedAt()),
                            e.metadata(),
                            e.payload(),
                            e.previousHash(),
                            e.hash())
                    .update();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        POSTGRES.close();
    }

    @Test
    void readsEventsAsTheyWereWritten() {
        long last = LEDGER.lastPosition(URN).orElseThrow();
        List<StoredEvent> events = LEDGER.ofSchool(URN, 0, last, 1000);
        assertThat(events)
                .isEqualTo(RECORDED.events().stream()
                        .filter(event -> event.urn().equals(URN))
                        .toList());
        assertThat(events).allMatch(EventHash::holds);
        assertThat(LEDGER.ofSchool(URN, events.get(1).position(), last, 2)).isEqualTo(events.subList(2, 4));
        assertThat(LEDGER.lastPosition(new Urn(999999))).isEmpty();
    }

    @Test
    void readsAmendmentsOfAllOrOfSomeSchools() {
        assertThat(LEDGER.amendments(new SchoolScope.Every(), 0, 100)).hasSize(2);
        assertThat(LEDGER.amendments(new SchoolScope.Listed(Set.of(OTHER)), 0, 100))
                .allMatch(event -> event.urn().equals(OTHER))
                .hasSize(1);
        assertThat(LEDGER.amendments(new SchoolScope.Listed(Set.of()), 0, 100)).isEmpty();
    }

    @Test
    void findsPupilsByNumberAndById() {
        PupilNumber number = TestLedger.numberOf(URN, "p1");
        assertThat(LEDGER.identities(URN, Set.of(number)).get(number))
                .isNotNull()
                .extracting(StoredEvent::type)
                .isEqualTo("pupil-admitted.v1");
        OWNER.sql("INSERT INTO muster.roll_pupil (urn, pupil_id, pupil, upn_index, enrolment) VALUES (?, ?, ?, ?, ?)")
                .params(URN.value(), "p1", number.value(), new byte[] {1}, "C")
                .update();
        assertThat(LEDGER.numbersOf(new PupilId("p1"))).containsExactly(number);
        assertThat(LEDGER.numbersOf(new PupilId("p9"))).isEmpty();
    }

    @Test
    void readsAStreamUpToAFact() {
        String register = URN + "/2026-09-02/AM/4-A";
        assertThat(LEDGER.ofStream(register, Long.MAX_VALUE))
                .extracting(StoredEvent::type)
                .containsExactly("register-taken.v1", "mark-amended.v1");
        assertThat(LEDGER.ofStream(register, 1)).hasSize(1);
        assertThat(LEDGER.ofStream(register, 0)).isEmpty();
    }

    @Test
    void readsWhatNamesAPupil() {
        PupilNumber number = TestLedger.numberOf(URN, "p1");
        assertThat(LEDGER.ofPupil(URN, number, 0, Long.MAX_VALUE, 10))
                .extracting(StoredEvent::type)
                .containsExactly("pupil-admitted.v1", "register-taken.v1", "mark-amended.v1");
        assertThat(LEDGER.ofPupil(URN, number, 0, Long.MAX_VALUE, 1)).hasSize(1);
        assertThat(LEDGER.ofPupil(URN, TestLedger.numberOf(OTHER, "p1"), 0, Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    void findsWhereTheSchoolStoodBeforeAnInstant() {
        StoredEvent second = RECORDED.events().get(1);
        assertThat(LEDGER.lastBefore(URN, second.recordedAt())).isEqualTo(1);
        assertThat(LEDGER.lastBefore(URN, second.recordedAt().plusNanos(1_000))).isEqualTo(2);
        assertThat(LEDGER.lastBefore(URN, TestLedger.START)).isZero();
    }

    @Test
    void readsKeysByNumber() {
        long number = OWNER.sql("INSERT INTO muster.subject_key (subject, academic_year, wrapped, created_at)"
                        + " VALUES ('s', 2026, ?, now()) RETURNING key_no")
                .param(new byte[] {4, 2})
                .query(Long.class)
                .single();
        assertThat(new SubjectKeyTable(READER).find(List.of(number, number + 1000)))
                .containsOnlyKeys(number)
                .containsEntry(number, new byte[] {4, 2});
    }

    @Test
    void theTrialsClockRunsOnFromWhereItWasSet() {
        Instant machine = Instant.parse("2026-11-22T10:00:00Z");
        Instant start = Instant.parse("2026-09-07T07:00:00Z");
        InstantSource clock = new BusinessClock(READER, InstantSource.fixed(machine.plusSeconds(90)), start);
        assertThat(clock.instant()).isEqualTo(start);
        assertThat(new BusinessClock(READER, InstantSource.fixed(machine), null).instant())
                .isEqualTo(machine);
        OWNER.sql("INSERT INTO muster.business_clock (business_time, machine_time) VALUES (?, ?)")
                .params(at(Instant.parse("2026-09-08T07:00:00Z")), at(machine))
                .update();
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-09-08T07:01:30Z"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL did not start.", e);
        }
    }

    private static TestLedger recorded() {
        TestLedger recorded = new TestLedger();
        for (Urn urn : List.of(URN, OTHER)) {
            recorded.openSchool(urn, "{}");
            recorded.admit(urn, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
            recorded.take(urn + "/2026-09-02/AM/4-A", "p1", "N");
            recorded.amend(urn + "/2026-09-02/AM/4-A", "p1", "N", "I");
        }
        return recorded;
    }
}
