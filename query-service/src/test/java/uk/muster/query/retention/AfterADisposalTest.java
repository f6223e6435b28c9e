package uk.muster.query.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.TestService.Answer;
import uk.muster.query.testing.TestDisposal;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

/** Of two pupils the keys of a year are destroyed; one has left and is forgotten, the other is still there. All was asked for before, and is in memory. */
class AfterADisposalTest {

    private static final Urn URN = new Urn(198001);
    private static final String SCHOOL = "/api/v1/schools/198001";
    private static final String REGISTER = SCHOOL + "/registers/2026-09-02/AM/4-A";
    private static final List<String> SECRETS =
            List.of("gone-mis-id", "Quillfeather", "Parent rang", "R. Okafor", "Detail of I");
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;

    @BeforeAll
    static void disposes() {
        LocalDate first = LocalDate.of(2026, 9, 1);
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "gone-mis-id", "Quillfeather", "4-A", first);
        LEDGER.admit(URN, "here-mis-id", "Starling", "4-A", first);
        LEDGER.take(URN + "/2026-09-02/AM/4-A", "gone-mis-id", "N", "here-mis-id", "N");
        LEDGER.amend(URN + "/2026-09-02/AM/4-A", "gone-mis-id", "N", "I");
        LEDGER.amend(URN + "/2026-09-02/AM/4-A", "here-mis-id", "N", "I");
        LEDGER.followUp(URN, "gone-mis-id").due("d1-visit", TaskKind.VISIT, first, 1, TestLedger.START, "home_visit");
        LEDGER.remove(URN, "gone-mis-id", LocalDate.of(2026, 9, 30));
        assertThat(all()).contains(SECRETS);
        TestDisposal disposal = new TestDisposal(LEDGER, URN);
        disposal.carryForward("here-mis-id", "Starling");
        disposal.of(List.of("gone-mis-id", "here-mis-id"), List.of("gone-mis-id"));
    }

    /** Everything that is answered of the school. */
    private static String all() {
        return read(REGISTER)
                + read(SCHOOL + "/pupils")
                + read(SCHOOL + "/at-risk")
                + read(SCHOOL + "/tasks")
                + read(SCHOOL + "/registers?date=2026-09-02")
                + read(SCHOOL + "/pupils/gone-mis-id/chronology")
                + read(SCHOOL + "/pupils/here-mis-id/chronology")
                + SERVICE.get(Role.AUDITOR, "/api/v1/audit/events?urn=198001").body()
                + SERVICE.get(Role.AUDITOR, "/api/v1/audit/replay?urn=198001").body()
                + SERVICE.get(Role.AUDITOR, "/api/v1/audit/amendments?urn=198001")
                        .body();
    }

    private static String read(String path) {
        return SERVICE.get(Role.HEAD, path).body();
    }

    @Test
    void noAnswerTellsWhatWasErased() {
        assertThat(all()).doesNotContain(SECRETS).contains("erased");
    }

    @Test
    void theRegisterKeepsItsCodesAndReadsErased() {
        JsonNode page = SERVICE.get(Role.HEAD, REGISTER).json();
        assertThat(page.get("takenBy").stringValue()).isEqualTo("erased");
        assertThat(page.get("marks"))
                .extracting(mark -> mark.get("pupilId").stringValue())
                .containsExactlyInAnyOrder("erased", "here-mis-id");
        assertThat(page.get("marks")).allSatisfy(mark -> {
            assertThat(mark.get("code").stringValue()).isEqualTo("I");
            assertThat(mark.at("/amendments/0/reason").stringValue()).isEqualTo("erased");
        });
    }

    @Test
    void whoIsStillThereHasTheirName() {
        JsonNode pupils = SERVICE.get(Role.HEAD, SCHOOL + "/pupils").json();
        assertThat(pupils.get("items"))
                .filteredOn(item -> item.get("pupilId").stringValue().equals("here-mis-id"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("name").stringValue()).isEqualTo("Ada Starling"));
        assertThat(SERVICE.get(Role.HEAD, SCHOOL + "/pupils/here-mis-id/chronology")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/chronology", "/attendance", "/penalty-windows"})
    void whoWasForgottenIsUnknown(String path) {
        Answer answer = SERVICE.get(Role.HEAD, SCHOOL + "/pupils/gone-mis-id" + path);
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void theExportGoesOnToTheCertificate() {
        String export =
                SERVICE.get(Role.AUDITOR, "/api/v1/audit/events?urn=198001").body();
        assertThat(export)
                .contains("disposal-confirmed.v1", "keys-destroyed.v1", "\"academicYear\":\"2026-27\"", "\"closing\"");
        assertThat(export).contains("\"forgotten\":[\"" + TestLedger.numberOf(URN, "gone-mis-id") + "\"]");
    }

    @Test
    void noTaskIsLeftOfWhomNobodyCanName() {
        assertThat(SERVICE.get(Role.HEAD, SCHOOL + "/tasks").json().get("items"))
                .isEmpty();
    }
}
