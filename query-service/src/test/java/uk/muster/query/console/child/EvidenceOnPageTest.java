package uk.muster.query.console.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.Readers;
import uk.muster.query.testing.TestProfile;

/** The evidence pack of a child, asked for on their page. */
class EvidenceOnPageTest {

    private static final TestService SERVICE = TestService.shared();
    private static final Urn SCHOOL = new Urn(197011);
    private static final String PAGE = "/schools/197011/pupils/p1";
    private static final String PACK = PAGE + "/evidence?from=2026-09-01&to=2026-09-11&purpose=PENALTY";

    @BeforeAll
    static void record() {
        SERVICE.ledger.openSchool(SCHOOL, TestProfile.JSON);
        SERVICE.ledger.admit(SCHOOL, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        SERVICE.ledger.take("197011/2026-09-07/AM/4-A", "p1", "N");
    }

    @BeforeEach
    void inTheFirstTerm() {
        SERVICE.clock("2026-09-11T12:00:00Z");
    }

    @Test
    void theFormBeginsWithThisYear() {
        assertThat(Readers.page(Role.HEAD, PAGE))
                .contains("Evidence pack", "action=\"" + PAGE + "/evidence\"", "Penalty notice or proceedings")
                .contains("name=\"from\" required value=\"2026-08-01\"", "name=\"to\" required value=\"2026-09-11\"");
        assertThat(Readers.page(Role.ATTENDANCE_OFFICER, PAGE)).doesNotContain("Evidence pack");
    }

    @Test
    void aPackIsAFileWithoutAName() {
        HttpResponse<String> answer = Readers.get(Role.SAFEGUARDING_LEAD, "*", PACK);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"evidence-197011-p1.zip\"");
        assertThat(answer.body()).startsWith("PK").contains("evidence.pdf", "proofs.ndjson");
    }

    @Test
    void whoFetchedOneIsRecorded() {
        assertThat(Readers.status(Role.HEAD, PACK)).isEqualTo(200);
        JsonNode newest = SERVICE.get(Role.AUDITOR, "/api/v1/audit/access?urn=197011&limit=20")
                .json()
                .path("items")
                .valueStream()
                .filter(look -> look.path("kind").asString().equals("EVIDENCE"))
                .findFirst()
                .orElseThrow();
        assertThat(newest.path("sub").asString()).isEqualTo("s-head");
        assertThat(newest.at("/pupilIds/0").asString()).isEqualTo("p1");
    }

    @ParameterizedTest
    @CsvSource({
        "ATTENDANCE_OFFICER, 403",
        "CLASS_TEACHER, 403",
        "TRUST_EXECUTIVE, 403",
        "AUDITOR, 403",
        "HEAD, 200",
        "SAFEGUARDING_LEAD, 200"
    })
    void theRolesAreThoseOfTheApi(Role role, int status) {
        assertThat(Readers.status(role, PACK)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-09-11&to=2026-09-01&purpose=PENALTY, 422",
        "from=2018-09-11&to=2026-09-01&purpose=PENALTY, 422",
        "from=2026-09-01&to=2026-09-11&purpose=RECORD, 422",
        "from=2026-09-01&to=2026-09-11&purpose=GOSSIP, 400",
        "from=&to=2026-09-11&purpose=CME, 400",
        "to=2026-09-11&purpose=CME, 400"
    })
    void whatCannotBeAskedIsToldOnAPage(String query, int status) {
        HttpResponse<String> answer = Readers.get(Role.HEAD, "*", PAGE + "/evidence?" + query);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    }
}
