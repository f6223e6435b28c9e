package uk.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.http.identity.EndpointRules;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.testing.TestProfile;

/** The contract's table "Who may do what", as far as it is about queries. */
class WhoMayAskTest {

    private static final TestService SERVICE = TestService.shared();
    private static final String REGISTER = "/api/v1/schools/170001/registers/2026-09-02/AM/4-A";

    @BeforeAll
    static void record() {
        Urn urn = new Urn(170001);
        SERVICE.ledger.openSchool(urn, TestProfile.JSON, "elm-trust");
        SERVICE.ledger.admit(urn, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
    }

    @Test
    void everyEndpointHasARule() {
        assertThat(EndpointRules.unruled(SERVICE.context())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MIS_INTEGRATION, 200, 200, 403, 403, 403, 403, 403, 403, 403",
        "CLASS_TEACHER, 200, 403, 403, 403, 403, 403, 403, 403, 403",
        "ATTENDANCE_OFFICER, 200, 200, 200, 200, 200, 200, 200, 200, 403",
        "SAFEGUARDING_LEAD, 200, 200, 200, 200, 200, 200, 200, 200, 403",
        "HEAD, 200, 200, 200, 200, 200, 200, 200, 200, 403",
        "TRUST_EXECUTIVE, 403, 403, 403, 403, 403, 403, 200, 403, 403",
        "AUDITOR, 200, 403, 403, 403, 403, 403, 403, 403, 200",
        "ADMIN, 403, 403, 403, 403, 403, 403, 403, 403, 403"
    })
    void eachRoleReadsWhatTheTableSays(
            Role role,
            int register,
            int board,
            int chronology,
            int attendance,
            int pupils,
            int tasks,
            int atRisk,
            int lists,
            int audit) {
        String school = "/api/v1/schools/170001";
        assertThat(SERVICE.get(role, REGISTER).status()).isEqualTo(register);
        assertThat(SERVICE.get(role, school + "/registers?date=2026-09-02").status())
                .isEqualTo(board);
        assertThat(SERVICE.get(role, school + "/pupils/p1/chronology").status()).isEqualTo(chronology);
        assertThat(SERVICE.get(role, school + "/pupils/p1/attendance").status()).isEqualTo(attendance);
        assertThat(SERVICE.get(role, school + "/pupils").status()).isEqualTo(pupils);
        assertThat(SERVICE.get(role, school + "/tasks").status()).isEqualTo(tasks);
        assertThat(SERVICE.get(role, school + "/at-risk").status()).isEqualTo(atRisk);
        assertThat(SERVICE.get(role, "/api/v1/trusts/elm-trust/at-risk").status())
                .isEqualTo(atRisk);
        assertThat(SERVICE.get(role, school + "/punctuality").status()).isEqualTo(lists);
        assertThat(SERVICE.get(role, school + "/rewards").status()).isEqualTo(lists);
        assertThat(SERVICE.get(role, "/api/v1/audit/amendments").status()).isEqualTo(audit);
        assertThat(SERVICE.get(role, "/api/v1/audit/events?urn=170001").status())
                .isEqualTo(audit);
    }

    @Test
    void theRebuildIsForOperations() {
        assertThat(SERVICE.get(Role.ADMIN, "/api/v1/admin/rebuild")
                        .json()
                        .get("phase")
                        .stringValue())
                .isEqualTo("NONE");
        assertThat(SERVICE.get(Role.HEAD, "/api/v1/admin/rebuild").status()).isEqualTo(403);
    }

    @Test
    void anotherSchoolIsUnknown() {
        assertThat(SERVICE.getFor(Role.HEAD, "170002", REGISTER).status()).isEqualTo(404);
        assertThat(SERVICE.get(Role.HEAD, "/api/v1/schools/170009/registers/2026-09-02/AM/4-A")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void withoutATokenNobodyAsks() {
        assertThat(SERVICE.getWithoutToken(REGISTER).status()).isEqualTo(401);
        assertThat(SERVICE.getWithoutToken("/actuator/health/readiness").status())
                .isEqualTo(200);
    }
}
