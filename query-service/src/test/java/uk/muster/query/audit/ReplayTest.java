package uk.muster.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.http.identity.Role;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.TestFollowUp;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

class ReplayTest {

    private static final Urn URN = new Urn(162001);
    private static final String REPLAY = "/api/v1/audit/replay?urn=162001";
    private static final String REGISTER = REPLAY + "&date=2026-09-02&session=AM&group=4-A";
    private static final String FIRST_OF = URN + "/2026-09-02/AM/4-A";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;

    @BeforeAll
    static void record() {
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "p1", "Ashworth", "4-A", LocalDate.of(2026, 9, 1));
        LEDGER.admit(URN, "p2", "Birchwood", "4-A", LocalDate.of(2026, 9, 1));
        LEDGER.take(FIRST_OF, "p1", "N");
        LEDGER.add(FIRST_OF, "p2", "/");
        LEDGER.amend(FIRST_OF, "p1", "N", "I");
        LEDGER.take(URN + "/2026-09-02/PM/4-A", "p2", "\\");
        LEDGER.rename(URN, "p1", "Cedar", "5");
        LEDGER.move(URN, "p1", "4-B", LocalDate.of(2026, 9, 7));
        TestFollowUp p1 = LEDGER.followUp(URN, "p1");
        Instant at = Instant.parse("2026-09-02T08:20:00Z");
        p1.open(FIRST_OF);
        UUID task = p1.due("d1-call", TaskKind.CONTACT, LocalDate.of(2026, 9, 2), 1, at, "phone_call");
        UUID attempt = p1.attempt(at, Channel.PHONE, Outcome.NO_ANSWER, Purpose.FIRST_DAY);
        p1.done(task, attempt);
        p1.correct(attempt, new UUID(11, 1), true);
        LEDGER.close(URN, LocalDate.of(2026, 9, 3), SessionHalf.AM, UnplannedClosure.Extent.WHOLE);
    }

    private static List<JsonNode> lines(String path) {
        return SERVICE.get(Role.AUDITOR, path)
                .body()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    /** The steps of one kind of fact. */
    private static List<JsonNode> steps(String path, String type) {
        return lines(path).stream()
                .filter(line -> line.path("type").asString("").equals(type))
                .toList();
    }

    @Test
    void aRegisterIsReplayedWithAllItsMarksBeforeAndAfterEachFact() {
        List<JsonNode> lines = lines(REGISTER);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).get("before").get("marks")).isEmpty();
        assertThat(lines.get(0).at("/after/marks/p1/code").asString()).isEqualTo("N");
        assertThat(lines.get(1).get("after").get("marks")).hasSize(2);
        JsonNode amended = lines.get(2);
        assertThat(amended.at("/before/marks/p1/code").asString()).isEqualTo("N");
        assertThat(amended.at("/after/marks/p1/code").asString()).isEqualTo("I");
        assertThat(amended.at("/after/marks/p1/originalCode").asString()).isEqualTo("N");
        assertThat(amended.at("/after/marks/p2/code").asString()).isEqualTo("/");
        assertThat(amended.at("/by/id").asString()).isEqualTo(TestLedger.OFFICER.id());
        assertThat(amended.at("/data/reason").asString()).isEqualTo("Parent rang");
        assertThat(lines.get(3).at("/closing/count").asInt()).isEqualTo(3);
    }

    @Test
    void eachStepIsFoundInTheLedgerByItsHash() {
        List<StoredEvent> ofSchool = LEDGER.events().stream()
                .filter(event -> event.urn().equals(URN))
                .toList();
        List<JsonNode> lines = lines(REPLAY);
        assertThat(lines).hasSize(ofSchool.size() + 1);
        for (int i = 0; i < ofSchool.size(); i++) {
            assertThat(lines.get(i).get("position").asLong())
                    .isEqualTo(ofSchool.get(i).position());
            assertThat(lines.get(i).get("hash").asString())
                    .isEqualTo(HexFormat.of().formatHex(ofSchool.get(i).hash()));
        }
        assertThat(lines.getLast().at("/closing/lastPosition").asLong())
                .isEqualTo(ofSchool.getLast().position());
    }

    @Test
    void ofASchoolEachFactShowsWhatItChanged() {
        JsonNode closed = steps(REPLAY, "unplanned-closure-declared.v1").getFirst();
        assertThat(closed.at("/before/unplannedClosures")).isEmpty();
        assertThat(closed.at("/after/unplannedClosures/0/date").asString()).isEqualTo("2026-09-03");
        assertThat(closed.get("after").propertyNames()).containsExactly("unplannedClosures");
        JsonNode published = steps(REPLAY, "calendar-published.v1").getFirst();
        assertThat(published.at("/after/calendars/2026-27/terms")).hasSize(1);
        JsonNode amended = steps(REPLAY, "mark-amended.v1").getFirst();
        assertThat(amended.at("/after/marks").propertyNames()).containsExactly("p1");
    }

    @Test
    void ofAPupilEveryFactAndNoOtherChildsMark() {
        String replay = REPLAY + "&pupilId=p1";
        assertThat(lines(replay)).noneMatch(line -> line.toString().contains("\"p2\""));
        assertThat(steps(replay, "register-taken.v1")).hasSize(1);
        JsonNode taken = steps(replay, "register-taken.v1").getFirst();
        assertThat(taken.at("/data/marks")).hasSize(1);
        assertThat(taken.at("/after/marks/p1/code").asString()).isEqualTo("N");
        JsonNode moved = steps(replay, "pupil-moved-group.v1").getFirst();
        assertThat(moved.at("/before/groups")).hasSize(1);
        assertThat(moved.at("/after/groups")).hasSize(2);
        assertThat(steps(replay, "pupil-admitted.v1")
                        .getFirst()
                        .at("/after/flags/0")
                        .asString())
                .isEqualTo("EAL");
        JsonNode opened = steps(replay, "unexplained-absence-opened.v1").getFirst();
        assertThat(opened.at("/after/openCase/from/date").asString()).isEqualTo("2026-09-02");
        JsonNode done = steps(replay, "follow-up-done.v1").getFirst();
        assertThat(done.get("before")
                        .get("tasks")
                        .iterator()
                        .next()
                        .get("status")
                        .asString())
                .isEqualTo("OPEN");
        assertThat(done.get("after")
                        .get("tasks")
                        .iterator()
                        .next()
                        .get("status")
                        .asString())
                .isEqualTo("DONE");
        JsonNode corrected = steps(replay, "absence-entry-corrected.v1").getFirst();
        assertThat(corrected
                        .get("after")
                        .get("entries")
                        .iterator()
                        .next()
                        .get("corrected")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void nobodyIsNamedAndAChangeOfNameShows() {
        String body = SERVICE.get(Role.AUDITOR, REPLAY).body();
        assertThat(body).doesNotContain("Ashworth").doesNotContain("Cedar");
        JsonNode renamed = steps(REPLAY, "pupil-details-changed.v1").getFirst();
        assertThat(renamed.at("/before/details").asString())
                .isNotEqualTo(renamed.at("/after/details").asString());
        assertThat(renamed.at("/after/yearGroup").asString()).isEqualTo("5");
    }

    @Test
    void daysOfRecordingLimitWhatIsShownAndNotWhatItWasBefore() {
        LocalDate recorded = LocalDate.ofInstant(LEDGER.now(), uk.muster.kernel.calendar.London.ZONE);
        assertThat(lines(REGISTER + "&to=" + recorded.minusDays(60))).hasSize(1);
        assertThat(lines(REGISTER + "&from=" + recorded.plusDays(1))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'&date=2026-09-02', 422",
        "'&date=2026-09-02&session=AM&group=4-A&pupilId=p1', 422",
        "'&date=2026-09-09&session=AM&group=4-A', 404",
        "'&pupilId=nobody', 404",
        "'&from=yesterday', 400"
    })
    void whatCannotBeReplayedIsRefused(String question, int status) {
        assertThat(SERVICE.get(Role.AUDITOR, REPLAY + question).status()).isEqualTo(status);
    }

    @Test
    void itIsTheAuditorsOfThatSchoolAlone() {
        assertThat(SERVICE.get(Role.HEAD, REPLAY).status()).isEqualTo(403);
        assertThat(SERVICE.getFor(Role.AUDITOR, "162002", REPLAY).status()).isEqualTo(404);
    }
}
