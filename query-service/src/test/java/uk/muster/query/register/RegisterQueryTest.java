package uk.muster.query.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.muster.http.convention.Times;
import uk.muster.http.identity.Role;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.query.TestService;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

class RegisterQueryTest {

    private static final Urn URN = new Urn(110001);
    private static final String BASE = "/api/v1/schools/110001/registers/";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;
    private static Instant beforeAmendment = Instant.MIN;
    private static Instant beforeTaking = Instant.MIN;

    @BeforeAll
    static void record() {
        LocalDate first = LocalDate.of(2026, 9, 1);
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "p1", "Ash", "4-A", first);
        LEDGER.admit(URN, "p2", "Birch", "4-A", first);
        LEDGER.admit(URN, "p3", "Cedar", "4-A", LocalDate.of(2026, 9, 10));
        beforeTaking = LEDGER.now();
        LEDGER.take(URN + "/2026-09-02/AM/4-A", "p1", "L", "p2", "N");
        beforeAmendment = LEDGER.now();
        LEDGER.amend(URN + "/2026-09-02/AM/4-A", "p2", "N", "I");
        LEDGER.arrive(URN + "/2026-09-03/AM/4-A", "p1", "L", 12);
        LEDGER.take(URN + "/2026-09-11/AM/4-A", "p1", "/");
    }

    @Test
    void showsEveryMarkWithWhatItWasFirst() {
        JsonNode page =
                SERVICE.get(Role.CLASS_TEACHER, BASE + "2026-09-02/AM/4-A").json();
        assertThat(page.get("takenAt").stringValue()).isEqualTo("2026-09-02T07:50:00.000000Z");
        assertThat(page.at("/takenBy/name").stringValue()).isEqualTo("R. Okafor");
        assertThat(page.get("complete").booleanValue()).isTrue();
        assertThat(page.get("missing")).isEmpty();
        JsonNode late = page.at("/marks/0");
        assertThat(late.get("pupilId").stringValue()).isEqualTo("p1");
        assertThat(late.get("minutesLate").intValue()).isEqualTo(7);
        assertThat(late.get("amendments")).isEmpty();
        JsonNode amended = page.at("/marks/1");
        assertThat(amended.get("code").stringValue()).isEqualTo("I");
        assertThat(amended.get("originalCode").stringValue()).isEqualTo("N");
        JsonNode amendment = amended.at("/amendments/0");
        assertThat(amendment.get("originalCode").stringValue()).isEqualTo("N");
        assertThat(amendment.get("amendedCode").stringValue()).isEqualTo("I");
        assertThat(amendment.get("reason").stringValue()).isEqualTo("Parent rang");
        assertThat(amendment.at("/author/position").stringValue()).isEqualTo("Attendance officer");
        assertThat(amendment.get("amendedAt").stringValue()).isEqualTo("2026-09-02T09:50:00.000000Z");
    }

    @Test
    void detailsOfSpecialCategoriesAreForTheSafeguardingLead() {
        String path = BASE + "2026-09-02/AM/4-A";
        assertThat(SERVICE.get(Role.ATTENDANCE_OFFICER, path)
                        .json()
                        .at("/marks/1/detail")
                        .isMissingNode())
                .isTrue();
        assertThat(SERVICE.get(Role.SAFEGUARDING_LEAD, path)
                        .json()
                        .at("/marks/1/detail")
                        .stringValue())
                .isEqualTo("Detail of I");
    }

    @Test
    void asOfAnInstantLeavesOutWhatCameLater() {
        String path = BASE + "2026-09-02/AM/4-A?asOf=" + Times.print(beforeAmendment);
        JsonNode mark = SERVICE.get(Role.AUDITOR, path).json().at("/marks/1");
        assertThat(mark.get("code").stringValue()).isEqualTo("N");
        assertThat(mark.get("amendments")).isEmpty();
    }

    @Test
    void asOfAnInstantBeforeItsFirstFactThereIsNone() {
        String path = BASE + "2026-09-02/AM/4-A?asOf=" + Times.print(beforeTaking);
        assertThat(SERVICE.get(Role.AUDITOR, path).status()).isEqualTo(404);
    }

    @Test
    void anUntakenSessionOfAKnownGroupIsEmpty() {
        TestService.Answer answer = SERVICE.get(Role.CLASS_TEACHER, BASE + "2026-09-04/AM/4-A");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode page = answer.json();
        assertThat(page.get("takenAt").isNull()).isTrue();
        assertThat(page.get("marks")).isEmpty();
        assertThat(page.get("complete").booleanValue()).isFalse();
        assertThat(page.get("missing").valueStream().map(JsonNode::stringValue)).containsExactly("p1", "p2");
    }

    @Test
    void anUnknownGroupIsUnknown() {
        assertThat(SERVICE.get(Role.CLASS_TEACHER, BASE + "2026-09-04/AM/9-Z").status())
                .isEqualTo(404);
    }

    @Test
    void arrivalsAloneDoNotTakeARegister() {
        JsonNode page =
                SERVICE.get(Role.CLASS_TEACHER, BASE + "2026-09-03/AM/4-A").json();
        assertThat(page.get("takenAt").isNull()).isTrue();
        assertThat(page.at("/marks/0/code").stringValue()).isEqualTo("L");
        assertThat(page.get("missing").valueStream().map(JsonNode::stringValue)).containsExactly("p2");
    }

    @Test
    void whoeverIsInTheGroupThatDayIsMissed() {
        JsonNode page =
                SERVICE.get(Role.CLASS_TEACHER, BASE + "2026-09-11/AM/4-A").json();
        assertThat(page.get("complete").booleanValue()).isFalse();
        assertThat(page.get("missing").valueStream().map(JsonNode::stringValue)).containsExactly("p2", "p3");
    }

    @Test
    void nobodyIsMissedInASessionThatTheCalendarDoesNotHave() {
        JsonNode page =
                SERVICE.get(Role.CLASS_TEACHER, BASE + "2026-09-12/AM/4-A").json();
        assertThat(page.get("missing")).isEmpty();
        assertThat(page.get("marks")).isEmpty();
    }

    @Test
    void whatWasErasedReadsErased() {
        Urn urn = new Urn(110002);
        LEDGER.openSchool(urn, TestProfile.JSON);
        LEDGER.admit(urn, "e1", "Elm", "1-A", LocalDate.of(2026, 9, 1));
        LEDGER.take(urn + "/2026-09-02/AM/1-A", "e1", "N");
        StoredEvent last = LEDGER.amend(urn + "/2026-09-02/AM/1-A", "e1", "N", "I");
        LEDGER.keys.destroy(KeySubject.ofPupil(TestLedger.numberOf(urn, "e1")));
        TestService.Answer answer =
                SERVICE.get(Role.SAFEGUARDING_LEAD, "/api/v1/schools/110002/registers/2026-09-02/AM/1-A");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode mark = answer.json().at("/marks/0");
        assertThat(last.type()).isEqualTo("mark-amended.v1");
        assertThat(mark.get("pupilId").stringValue()).isEqualTo("erased");
        assertThat(mark.get("code").stringValue()).isEqualTo("I");
        assertThat(mark.at("/amendments/0/reason").stringValue()).isEqualTo("erased");
        assertThat(mark.at("/amendments/0/author").stringValue()).isEqualTo("erased");
    }
}
