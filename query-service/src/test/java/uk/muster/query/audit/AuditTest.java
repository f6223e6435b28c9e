package uk.muster.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.http.identity.Role;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.FollowUpEvent.Delivery;
import uk.muster.kernel.event.FollowUpEvent.Ending;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.PenaltyEvent.ImprovementOutcome;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.TestFollowUp;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestNotices;
import uk.muster.query.testing.TestProfile;

class AuditTest {

    private static final Urn URN = new Urn(160001);
    private static final Urn OTHER = new Urn(160002);
    private static final String EVENTS = "/api/v1/audit/events?urn=160001";
    private static final String AMENDMENTS = "/api/v1/audit/amendments?urn=160001";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;

    @BeforeAll
    static void record() {
        for (Urn urn : List.of(URN, OTHER)) {
            LEDGER.openSchool(urn, TestProfile.JSON);
            LEDGER.admit(urn, "p1", "Ashworth", "4-A", LocalDate.of(2026, 9, 1));
            LEDGER.admit(urn, "p2", "Birchwood", "4-A", LocalDate.of(2026, 9, 1));
            LEDGER.take(urn + "/2026-09-02/AM/4-A", "p1", "N", "p2", "L");
            LEDGER.amend(urn + "/2026-09-02/AM/4-A", "p1", "N", "I");
            LEDGER.amend(urn + "/2026-09-02/AM/4-A", "p2", "L", "U");
            LEDGER.amend(urn + "/2026-09-02/AM/4-A", "p1", "I", "M");
            followUp(LEDGER.followUp(urn, "p1"));
            notices(LEDGER.notices(urn, "p1"));
        }
    }

    private static void followUp(TestFollowUp p1) {
        Instant at = Instant.parse("2026-09-02T08:20:00Z");
        p1.report(at, LocalDate.of(2026, 9, 2), null);
        UUID attempt = p1.attempt(at, Channel.PHONE, Outcome.SPOKE, Purpose.FIRST_DAY);
        p1.decide("160001/2026-09-02/AM/4-A", "I");
        p1.visit(at, VisitOutcome.CONCERN);
        p1.assess(at, true);
        p1.escalate(at, Destination.POLICE);
        p1.forecast(LocalDate.of(2026, 9, 3), 16);
        p1.correct(attempt, new UUID(11, 1), true);
        String register = "160001/2026-09-02/AM/4-A";
        UUID opened = p1.open(register);
        UUID visit = p1.due("d1-visit", TaskKind.VISIT, LocalDate.of(2026, 9, 2), 1, at, "home_visit");
        p1.done(visit, attempt);
        p1.decideTask(visit, TaskDecision.DECLINED);
        p1.cancel(visit, Lapse.LEFT);
        p1.settle(p1.notify(opened, Recipient.SOCIAL_WORKER, register, "worker@example.org"), Delivery.SENT, at);
        p1.end(opened, Ending.RETURNED);
    }

    private static void notices(TestNotices p1) {
        UUID notice = p1.issue(NoticeKind.NATIONAL, LocalDate.of(2026, 9, 7), null);
        p1.receive(notice, LocalDate.of(2026, 9, 9));
        p1.pay(notice, LocalDate.of(2026, 9, 10));
        p1.withdraw(notice, LocalDate.of(2026, 9, 11));
        p1.prosecute(notice, LocalDate.of(2026, 11, 2), Proceedings.BROUGHT);
        p1.conclude(p1.improve(LocalDate.of(2026, 9, 7), 4), ImprovementOutcome.IMPROVED);
    }

    private static JsonNode only(String type) {
        List<JsonNode> found = lines(EVENTS).stream()
                .filter(line -> line.path("type").asString("").equals(type))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<JsonNode> lines(String path) {
        return SERVICE.get(Role.AUDITOR, path)
                .body()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private static byte[] bytes(JsonNode line, String name) {
        return Base64.getDecoder().decode(line.get(name).stringValue());
    }

    @Test
    void theExportIsAWholeChainThatASecondVerifierCanCheck() {
        List<JsonNode> lines = lines(EVENTS);
        byte[] previous = new byte[32];
        for (JsonNode line : lines.subList(0, lines.size() - 1)) {
            assertThat(line.get("previoushash").stringValue())
                    .isEqualTo(HexFormat.of().formatHex(previous));
            byte[] hash = EventHash.of(
                    previous,
                    line.get("position").longValue(),
                    UUID.fromString(line.get("id").stringValue()),
                    Urn.parse(line.get("subject").stringValue().substring(0, 6)),
                    line.get("subject").stringValue(),
                    line.get("seq").longValue(),
                    line.get("type").stringValue(),
                    Instant.EPOCH.plus(line.get("recordedmicros").longValue(), ChronoUnit.MICROS),
                    bytes(line, "metadata"),
                    bytes(line, "payload"));
            assertThat(line.get("hash").stringValue()).isEqualTo(HexFormat.of().formatHex(hash));
            previous = hash;
        }
        JsonNode closing = lines.getLast().get("closing");
        assertThat(closing.get("count").intValue()).isEqualTo(lines.size() - 1);
        assertThat(closing.get("lastHash").stringValue())
                .isEqualTo(HexFormat.of().formatHex(previous));
    }

    @Test
    void marksAreUnpackedAndBoundByTheirProofs() {
        JsonNode taken = only("register-taken.v1");
        assertThat(taken.at("/data/marks/0/pupilId").stringValue()).isEqualTo("p1");
        assertThat(taken.at("/data/marks/0/code").stringValue()).isEqualTo("N");
        assertThat(taken.at("/data/marks/1/minutesLate").intValue()).isEqualTo(7);
        String payload = new String(bytes(taken, "payload"), StandardCharsets.UTF_8);
        List<String> proofs = Arrays.asList(taken.get("proofs").stringValue().split(" "));
        assertThat(proofs).hasSize(3);
        for (String proof : proofs) {
            String bound = proof.substring(0, proof.indexOf('.'));
            byte[] salt = Base64.getUrlDecoder().decode(proof.substring(proof.indexOf('.') + 1));
            assertThat(payload).contains(bound);
            if (bound.length() == PupilNumber.LENGTH) {
                assertThat(List.of("p1", "p2"))
                        .anyMatch(id -> PupilNumber.of(URN, new PupilId(id), salt)
                                .value()
                                .equals(bound));
            } else {
                assertThat(commitment(salt, taken.at("/data/takenBy"))).isEqualTo(bound);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "absence-reported.v1 | id channel receivedAt reason from moreDetailWanted author",
                "contact-attempted.v1 | id at channel contactId outcome purpose note author",
                "absence-decided.v1 | id from to code amended reason author",
                "home-visit-recorded.v1 | id at visitors visitorCount fewerVisitorsThanWanted outcome note author",
                "risk-assessed.v1 | id at factors concernRemains author",
                "safeguarding-escalated.v1 | id at to reason author",
                "sickness-forecast.v1 | id from expectedSchoolDays author",
                "absence-entry-corrected.v1 | id replacedBy ofAnotherPupil author",
                "unexplained-absence-opened.v1 | id from",
                "unexplained-absence-ended.v1 | id ending",
                "follow-up-due.v1 | id step kind modality date schoolDay actions raisedAt dueAt",
                "follow-up-done.v1 | id by",
                "follow-up-decided.v1 | id decision reason author",
                "follow-up-cancelled.v1 | id because",
                "notification-raised.v1 | id caseId to session",
                "notification-settled.v1 | id delivery at",
                "penalty-notice-issued.v1 | id noticeId parentId kind issuedOn issuer nth earlyAmount earlyDays fullAmount fullDays countedFrom firstDayCounts copyToLa laCheckRef supportRecorded considerations author",
                "penalty-notice-received.v1 | id noticeId on author",
                "penalty-notice-paid.v1 | id noticeId on amount reason author",
                "penalty-notice-withdrawn.v1 | id noticeId on reason author",
                "penalty-notice-prosecuted.v1 | id noticeId on outcome reason author",
                "notice-to-improve-given.v1 | id noticeId parentId from until weeks blocks author",
                "notice-to-improve-concluded.v1 | id noticeId outcome reason author"
            })
    void whatWasDoneAboutAnAbsenceIsUnpackedAndBoundByItsProofs(String type, String fields) {
        JsonNode line = only(type);
        JsonNode data = line.get("data");
        assertThat(data.propertyNames()).containsExactly(("urn pupilId " + fields).split(" "));
        assertThat(data.get("pupilId").stringValue()).isEqualTo("p1");
        assertThat(line.get("subject").stringValue())
                .isEqualTo("160001/" + TestLedger.numberOf(URN, "p1") + "/absence");
        String payload = new String(bytes(line, "payload"), StandardCharsets.UTF_8);
        List<String> commitments = new ArrayList<>();
        for (String proof : line.get("proofs").stringValue().split(" ")) {
            String bound = proof.substring(0, proof.indexOf('.'));
            byte[] salt = Base64.getUrlDecoder().decode(proof.substring(proof.indexOf('.') + 1));
            assertThat(payload).contains(bound);
            if (bound.length() == PupilNumber.LENGTH) {
                assertThat(PupilNumber.of(URN, new PupilId("p1"), salt).value()).isEqualTo(bound);
            } else {
                commitments.add(bound);
                assertThat(data.valueStream().map(value -> commitment(salt, value)))
                        .contains(bound);
            }
        }
        assertThat(commitments).hasSize((int) Stream.of(
                        "reason",
                        "note",
                        "visitors",
                        "factors",
                        "laCheckRef",
                        "supportRecorded",
                        "considerations",
                        "author")
                .filter(data::has)
                .count());
    }

    private static String commitment(byte[] salt, JsonNode shown) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            String text = shown.isString() ? shown.stringValue() : shown.toString();
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anEntryIsNamedAsItsCommandAnsweredItAndTheOtherChildIsNot() {
        JsonNode corrected = only("absence-entry-corrected.v1").get("data");
        assertThat(corrected.get("id")).isEqualTo(only("contact-attempted.v1").at("/data/id"));
        assertThat(corrected.get("id").stringValue()).startsWith(TestLedger.numberOf(URN, "p1") + ".");
        assertThat(corrected.get("replacedBy").stringValue()).isEqualTo(new UUID(11, 1).toString());
        assertThat(only("absence-decided.v1").at("/data/from").toString())
                .isEqualTo("{\"date\":\"2026-09-02\",\"session\":\"AM\"}");
        assertThat(only("follow-up-done.v1").at("/data/by"))
                .isEqualTo(only("contact-attempted.v1").at("/data/id"));
        assertThat(only("notification-raised.v1").at("/data/caseId"))
                .isEqualTo(only("unexplained-absence-opened.v1").at("/data/id"));
    }

    @Test
    void nobodysAddressIsShown() {
        assertThat(SERVICE.get(Role.AUDITOR, EVENTS).body()).doesNotContain("worker@example.org");
    }

    @Test
    void noChildIsNamed() {
        assertThat(SERVICE.get(Role.AUDITOR, EVENTS).body())
                .doesNotContain("Ashworth", "Birchwood", "H801200001001", TestNotices.PARENT);
    }

    @Test
    void theExportKeepsToItsPositions() {
        List<JsonNode> all = lines(EVENTS);
        long second = all.get(1).get("position").longValue();
        long third = all.get(2).get("position").longValue();
        List<JsonNode> some = lines(EVENTS + "&after=" + second + "&until=" + third);
        assertThat(some).hasSize(2);
        assertThat(some.getFirst().get("position").longValue()).isEqualTo(third);
        assertThat(some.getLast().at("/closing/lastPosition").longValue()).isEqualTo(third);
    }

    @Test
    void amendmentsComeOldestFirstWithTheirFiveItems() {
        JsonNode items = SERVICE.get(Role.AUDITOR, AMENDMENTS).json().get("items");
        assertThat(items).hasSize(3);
        assertThat(items.at("/0/originalCode").stringValue()).isEqualTo("N");
        assertThat(items.at("/0/amendedCode").stringValue()).isEqualTo("I");
        assertThat(items.at("/0/reason").stringValue()).isEqualTo("Parent rang");
        assertThat(items.at("/0/author/name").stringValue()).isEqualTo("S. Lind");
        assertThat(items.at("/0/amendedAt").stringValue()).isEqualTo("2026-09-02T09:50:00.000000Z");
        assertThat(items.at("/2/amendedCode").stringValue()).isEqualTo("M");
    }

    @Test
    void amendmentsKeepToPupilAuthorAndDays() {
        assertThat(SERVICE.get(Role.AUDITOR, AMENDMENTS + "&pupilId=p2").json().get("items"))
                .hasSize(1);
        assertThat(SERVICE.get(Role.AUDITOR, AMENDMENTS + "&author=o-7").json().get("items"))
                .hasSize(3);
        assertThat(SERVICE.get(Role.AUDITOR, AMENDMENTS + "&author=t-114")
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(SERVICE.get(Role.AUDITOR, AMENDMENTS + "&from=2026-09-03")
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void amendmentsArePagedAndKeepToTheCallersSchools() {
        String path = "/api/v1/audit/amendments?limit=2";
        JsonNode first = SERVICE.getFor(Role.AUDITOR, "160002", path).json();
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.at("/items/0/urn").stringValue()).isEqualTo("160002");
        JsonNode second = SERVICE.getFor(
                        Role.AUDITOR,
                        "160002",
                        path + "&cursor=" + first.get("nextCursor").stringValue())
                .json();
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("nextCursor").isNull()).isTrue();
        assertThat(SERVICE.getFor(Role.AUDITOR, "160002", EVENTS).status()).isEqualTo(404);
    }
}
