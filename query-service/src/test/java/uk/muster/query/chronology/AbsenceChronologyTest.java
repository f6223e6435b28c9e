package uk.muster.query.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.muster.http.convention.Times;
import uk.muster.http.identity.Role;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.query.TestService;
import uk.muster.query.testing.TestFollowUp;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

/** A Monday's absence followed up over two days, much of it put down after later things, and twice in error. */
class AbsenceChronologyTest {

    private static final Urn URN = new Urn(130002);
    private static final String PUPILS = "/api/v1/schools/130002/pupils/";
    private static final String REGISTER = URN + "/2026-09-07/AM/4-A";
    private static final String FOLLOW_UP =
            "?kinds=ABSENCE_REPORT,DECISION,CONTACT_ATTEMPT,HOME_VISIT,RISK_ASSESSMENT,ESCALATION";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;
    private static final PupilNumber P1 = TestLedger.numberOf(URN, "p1");
    private static final PupilNumber P2 = TestLedger.numberOf(URN, "p2");

    private static Instant beforeCorrections = Instant.MIN;
    private static Instant corrected = Instant.MIN;
    private static String ofTheOtherChild = "";
    private static String replacement = "";

    @BeforeAll
    static void record() {
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        LEDGER.admit(URN, "p2", "Birch", "4-A", LocalDate.of(2026, 9, 1));
        LEDGER.take(REGISTER, "p1", "N", "p2", "/");
        TestFollowUp p1 = LEDGER.followUp(URN, "p1");
        UUID spoke = p1.attempt(at("07T09:40"), Channel.PHONE, Outcome.SPOKE, Purpose.DAILY);
        p1.report(at("07T07:12"), LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 9));
        UUID unanswered = p1.attempt(at("07T08:20"), Channel.PHONE, Outcome.NO_ANSWER, Purpose.FIRST_DAY);
        p1.visit(at("08T13:20"), VisitOutcome.SPOKE_TO_ADULT);
        p1.assess(at("08T09:20"), true);
        p1.escalate(at("08T14:00"), Destination.SOCIAL_CARE);
        p1.decide(REGISTER, "I");
        p1.forecast(LocalDate.of(2026, 9, 14), 20);
        beforeCorrections = LEDGER.now();
        UUID other =
                LEDGER.followUp(URN, "p2").attempt(at("07T08:20"), Channel.PHONE, Outcome.NO_ANSWER, Purpose.FIRST_DAY);
        ofTheOtherChild = new AbsenceEntryId(P2, other).toString();
        p1.correct(unanswered, other, true);
        corrected = LEDGER.now();
        UUID texted = p1.attempt(at("07T09:40"), Channel.SMS, Outcome.SENT, null);
        replacement = new AbsenceEntryId(P1, texted).toString();
        p1.correct(spoke, texted, false);
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-09-" + dayAndTime + ":00Z");
    }

    private static JsonNode items(Role role, String query) {
        return SERVICE.get(role, PUPILS + "p1/chronology" + query).json().get("items");
    }

    private static List<String> all(JsonNode items, String field) {
        return items.valueStream().map(item -> item.get(field).stringValue()).toList();
    }

    private static JsonNode only(Role role, String kind) {
        JsonNode items = items(role, "?kinds=" + kind);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    @Test
    void everyEntryHasItsPlaceByWhenItHappenedAndALineOfPlainWords() {
        // KTS-19, IPAT-22, IPAT-50
        assertThat(all(items(Role.HEAD, ""), "summary"))
                .containsExactly(
                        "Escalated to social care",
                        "Home visit: spoke to an adult, fewer visitors than wanted",
                        "Risk assessed: concern remains",
                        "Texted: sent",
                        "Recorded in error: Phoned: spoke (daily)",
                        "Recorded in error: Phoned: no answer (first day)",
                        "2026-09-07 AM, 4-A: N",
                        "Absence from 2026-09-07 reported by voicemail, expected back 2026-09-09, more detail wanted",
                        "Illness of 20 school days expected from 2026-09-14",
                        "2026-09-07 AM: 1 session amended to I",
                        "Admitted on 2026-09-01, in 4-A from 2026-09-01");
    }

    @Test
    void anEntryPutDownLateShowsWhenItWasRecorded() {
        JsonNode report = only(Role.HEAD, "ABSENCE_REPORT");
        JsonNode earlier = items(Role.HEAD, "?kinds=CONTACT_ATTEMPT").get(1);
        assertThat(report.get("at").stringValue()).isEqualTo("2026-09-07T07:12:00.000000Z");
        assertThat(report.get("at").stringValue()).isLessThan(earlier.get("at").stringValue());
        assertThat(report.get("recordedAt").stringValue())
                .isGreaterThan(earlier.get("recordedAt").stringValue());
    }

    @Test
    void aDecisionHappensWhenItIsRecorded() {
        JsonNode decisions = items(Role.HEAD, "?kinds=DECISION");
        assertThat(decisions).hasSize(2);
        for (JsonNode decision : decisions) {
            assertThat(decision.get("at")).isEqualTo(decision.get("recordedAt"));
        }
        assertThat(decisions.at("/0/data").toString())
                .isEqualTo("{\"event\":\"SICKNESS_FORECAST\",\"from\":\"2026-09-14\",\"expectedSchoolDays\":20}");
        assertThat(decisions.at("/1/data").toString())
                .isEqualTo("{\"event\":\"ABSENCE_DECIDED\",\"from\":{\"date\":\"2026-09-07\",\"session\":\"AM\"},"
                        + "\"to\":{\"date\":\"2026-09-07\",\"session\":\"AM\"},\"code\":\"I\",\"amended\":1,"
                        + "\"reason\":\"Mother told us\"}");
    }

    @Test
    void fieldsAreNamedAsTheCommandsNameThem() {
        assertThat(only(Role.ATTENDANCE_OFFICER, "ABSENCE_REPORT").get("data").toString())
                .isEqualTo(
                        "{\"channel\":\"VOICEMAIL\",\"reportedBy\":{\"name\":\"C. Ashworth\",\"relationship\":\"mother\"},"
                                + "\"reason\":\"Temperature\",\"from\":\"2026-09-07\",\"expectedReturn\":\"2026-09-09\","
                                + "\"moreDetailWanted\":true}");
        JsonNode text = items(Role.ATTENDANCE_OFFICER, "?kinds=CONTACT_ATTEMPT").get(0);
        assertThat(text.get("id").stringValue()).isEqualTo(replacement);
        assertThat(text.at("/by/name").stringValue()).isEqualTo("S. Lind");
        assertThat(text.get("data").toString())
                .isEqualTo(
                        "{\"channel\":\"SMS\",\"contactId\":\"c1\",\"outcome\":\"SENT\",\"note\":\"Note of a call\"}");
    }

    @Test
    void theOfficerReadsNoNotesOfVisitsEscalationsAndSafeguarding() {
        assertThat(only(Role.ATTENDANCE_OFFICER, "HOME_VISIT").get("data").toString())
                .isEqualTo("{\"outcome\":\"SPOKE_TO_ADULT\","
                        + "\"visitors\":[{\"id\":\"o-7\",\"name\":\"S. Lind\",\"position\":\"Attendance officer\"}],"
                        + "\"fewerVisitorsThanWanted\":true}");
        assertThat(only(Role.ATTENDANCE_OFFICER, "ESCALATION").get("data").toString())
                .isEqualTo("{\"to\":\"SOCIAL_CARE\"}");
        assertThat(only(Role.ATTENDANCE_OFFICER, "RISK_ASSESSMENT").get("data").toString())
                .isEqualTo("{\"concernRemains\":true,\"factors\":"
                        + "[{\"id\":\"known\",\"answer\":\"YES\"},{\"id\":\"pattern\",\"answer\":\"NO\"}]}");
    }

    @Test
    void theSafeguardingLeadAndTheHeadReadThem() {
        for (Role role : List.of(Role.SAFEGUARDING_LEAD, Role.HEAD)) {
            assertThat(only(role, "HOME_VISIT").at("/data/note").stringValue()).isEqualTo("Note of a visit");
            assertThat(only(role, "ESCALATION").at("/data/reason").stringValue())
                    .isEqualTo("Reason to worry");
            assertThat(only(role, "RISK_ASSESSMENT").at("/data/factors/0/note").stringValue())
                    .isEqualTo("Note of a factor");
        }
    }

    @Test
    void anEntryOnTheWrongChildStaysAndDoesNotSayWhoseItWas() {
        JsonNode wrong = items(Role.HEAD, "?kinds=CONTACT_ATTEMPT").get(2);
        assertThat(wrong.at("/data/outcome").stringValue()).isEqualTo("NO_ANSWER");
        assertThat(wrong.at("/data/corrected/at").stringValue()).isEqualTo(Times.print(corrected));
        assertThat(wrong.at("/data/corrected/by/name").stringValue()).isEqualTo("S. Lind");
        assertThat(wrong.at("/data/corrected/ofAnotherPupil").booleanValue()).isTrue();
        assertThat(wrong.at("/data/corrected").has("replacedBy")).isFalse();
        assertThat(items(Role.HEAD, "").toString())
                .doesNotContain(P2.value(), ofTheOtherChild.substring(ofTheOtherChild.indexOf('.') + 1));
        JsonNode others = SERVICE.get(Role.HEAD, PUPILS + "p2/chronology?kinds=CONTACT_ATTEMPT")
                .json()
                .get("items");
        assertThat(all(others, "id")).containsExactly(ofTheOtherChild);
        assertThat(all(others, "summary")).containsExactly("Phoned: no answer (first day)");
    }

    @Test
    void anEntryReplacedByOneOfTheSameChildNamesIt() {
        JsonNode wrong = items(Role.HEAD, "?kinds=CONTACT_ATTEMPT").get(1);
        assertThat(wrong.at("/data/corrected/replacedBy").stringValue()).isEqualTo(replacement);
        assertThat(wrong.at("/data/corrected").has("ofAnotherPupil")).isFalse();
    }

    @Test
    void asOfAnEarlierInstantAnEntryShowsAsItWasThen() {
        String attempts = "?kinds=CONTACT_ATTEMPT&asOf=";
        assertThat(all(items(Role.HEAD, attempts + Times.print(beforeCorrections)), "summary"))
                .containsExactly("Phoned: spoke (daily)", "Phoned: no answer (first day)");
        assertThat(all(items(Role.HEAD, attempts + Times.print(corrected)), "summary"))
                .containsExactly("Phoned: spoke (daily)", "Recorded in error: Phoned: no answer (first day)");
        assertThat(items(Role.HEAD, attempts + Times.print(beforeCorrections)).toString())
                .doesNotContain("corrected");
    }

    @Test
    void keepsToKindsAndDays() {
        assertThat(all(items(Role.HEAD, FOLLOW_UP + "&from=2026-09-08&to=2026-09-08"), "kind"))
                .containsExactly("ESCALATION", "HOME_VISIT", "RISK_ASSESSMENT");
        assertThat(all(items(Role.HEAD, "?kinds=MARK,ABSENCE_REPORT"), "kind"))
                .containsExactly("MARK", "ABSENCE_REPORT");
        assertThat(items(Role.HEAD, "?kinds=NOTIFICATION,TASK")).isEmpty();
    }

    @Test
    void pagesOverMixedKindsWithoutLossOrRepetition() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = SERVICE.get(Role.HEAD, PUPILS + "p1/chronology?limit=2" + cursor)
                    .json();
            ids.addAll(all(page.get("items"), "id"));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").stringValue();
        } while (!cursor.isEmpty());
        assertThat(ids).hasSize(11).doesNotHaveDuplicates().isEqualTo(all(items(Role.HEAD, ""), "id"));
    }

    @Test
    void whatWasErasedKeepsItsPlace() {
        AcademicYear lastYear = new AcademicYear(2025);
        LEDGER.admit(URN, "p3", "Cedar", "4-A", LocalDate.of(2026, 9, 1));
        TestFollowUp p3 = LEDGER.followUp(URN, "p3", lastYear);
        p3.report(at("07T07:12"), LocalDate.of(2026, 9, 7), null);
        UUID wrong = p3.attempt(at("07T08:20"), Channel.PHONE, Outcome.SPOKE, null);
        p3.visit(at("08T13:20"), VisitOutcome.CHILD_SEEN_SAFE);
        p3.assess(at("08T14:20"), false);
        p3.escalate(at("08T15:00"), Destination.LA);
        p3.correct(wrong, p3.attempt(at("07T08:20"), Channel.PHONE, Outcome.REFUSED, null), false);
        LEDGER.keys.destroy(KeySubject.ofPupil(TestLedger.numberOf(URN, "p3")), lastYear);
        for (Role role : List.of(Role.HEAD, Role.ATTENDANCE_OFFICER)) {
            JsonNode items = SERVICE.get(role, PUPILS + "p3/chronology" + FOLLOW_UP)
                    .json()
                    .get("items");
            assertThat(items).hasSize(6);
            items.forEach(item -> assertThat(item.get("by").stringValue()).isEqualTo("erased"));
            assertThat(items.at("/1/data/factors").stringValue()).isEqualTo("erased");
            assertThat(items.at("/2/data/visitors").stringValue()).isEqualTo("erased");
            assertThat(items.at("/4/data/corrected/by").stringValue()).isEqualTo("erased");
            assertThat(items.at("/5/data/reportedBy").stringValue()).isEqualTo("erased");
        }
    }
}
