package uk.muster.query.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import uk.muster.http.convention.Times;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

class ClassPageTest {

    private static final Urn URN = new Urn(111001);
    private static final String PAGE = "/api/v1/schools/111001/groups/4-A/registers?from=";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;
    private static Instant beforeAmendment = Instant.MIN;

    @BeforeAll
    static void record() {
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "p2", "Birch", "4-A", LocalDate.of(2026, 9, 1));
        LEDGER.admit(URN, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        LEDGER.take(URN + "/2026-09-02/AM/4-A", "p1", "N", "p2", "L");
        LEDGER.take(URN + "/2026-09-03/PM/4-A", "p1", "\\");
        beforeAmendment = LEDGER.now();
        LEDGER.amend(URN + "/2026-09-02/AM/4-A", "p1", "N", "I");
        LEDGER.admit(URN, "p3", "Cedar", "4-A", LocalDate.of(2026, 9, 1));
    }

    private static JsonNode page(String question) {
        return SERVICE.get(Role.CLASS_TEACHER, PAGE + question).json();
    }

    @Test
    void aWeekOfRegistersSideBySide() {
        JsonNode page = page("2026-09-01");
        assertThat(page.get("to").asString()).isEqualTo("2026-09-07");
        assertThat(page.get("sessions")).hasSize(10);
        JsonNode taken = page.at("/sessions/2");
        assertThat(taken.get("registerId").asString()).isEqualTo(URN + "/2026-09-02/AM/4-A");
        assertThat(taken.get("complete").asBoolean()).isFalse();
        assertThat(taken.get("missing").asInt()).isEqualTo(1);
        assertThat(page.at("/sessions/0/takenAt").isNull()).isTrue();
        assertThat(page.get("pupils")
                        .valueStream()
                        .map(pupil -> pupil.get("pupilId").asString()))
                .containsExactly("p1", "p2", "p3");
        assertThat(page.at("/pupils/0/marks")).hasSize(2);
        assertThat(page.at("/pupils/0/marks/0/code").asString()).isEqualTo("I");
        assertThat(page.at("/pupils/0/marks/0/originalCode").asString()).isEqualTo("N");
        assertThat(page.at("/pupils/0/marks/0/amendments").asInt()).isEqualTo(1);
        assertThat(page.at("/pupils/1/marks/0/minutesLate").asInt()).isEqualTo(7);
    }

    @Test
    void asOfAnInstantItSaysWhatWasKnownThen() {
        JsonNode page = page("2026-09-01&asOf=" + Times.print(beforeAmendment));
        assertThat(page.get("pupils")).hasSize(2);
        assertThat(page.at("/pupils/0/marks/0/code").asString()).isEqualTo("N");
        assertThat(page.at("/sessions/2/complete").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01&to=2026-11-01, 200",
        "2026-09-01&to=2026-11-02, 422",
        "2026-09-02&to=2026-09-01, 422",
        "soon, 400",
        "2026-09-01&asOf=2026-08-01T08:00:00Z, 404"
    })
    void daysAreLimited(String question, int status) {
        assertThat(SERVICE.get(Role.CLASS_TEACHER, PAGE + question).status()).isEqualTo(status);
    }

    @Test
    void aGroupThatNeverWasIsUnknown() {
        assertThat(SERVICE.get(Role.HEAD, "/api/v1/schools/111001/groups/9-Z/registers?from=2026-09-01")
                        .status())
                .isEqualTo(404);
    }
}
