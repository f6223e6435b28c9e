package uk.muster.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.TestService.Answer;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;
import uk.muster.verifier.DataRule;
import uk.muster.verifier.Verdict;
import uk.muster.verifier.Verifier;

/** What is recorded of whom, over HTTP. */
class WhoLookedTest {

    private static final Urn URN = new Urn(112001);
    private static final String SCHOOL = "/api/v1/schools/112001";
    private static final String ACCESS = "/api/v1/audit/access?urn=112001";
    private static final String ILL = SCHOOL + "/registers/2026-09-02/AM/4-A";
    private static final String PRESENT = SCHOOL + "/registers/2026-09-03/AM/4-A";
    private static final TestService SERVICE = TestService.shared();
    private static final MemoryLooks LOOKS = SERVICE.context().getBean(MemoryLooks.class);

    @BeforeAll
    static void record() {
        TestLedger ledger = SERVICE.ledger;
        ledger.openSchool(URN, TestProfile.JSON);
        ledger.admit(URN, "p1", "Ashworth", "4-A", LocalDate.of(2026, 9, 1));
        ledger.admit(URN, "p2", "Birchwood", "4-A", LocalDate.of(2026, 9, 1));
        ledger.take(URN + "/2026-09-02/AM/4-A", "p1", "N", "p2", "/");
        ledger.amend(URN + "/2026-09-02/AM/4-A", "p1", "N", "I");
        ledger.take(URN + "/2026-09-03/AM/4-A", "p1", "/", "p2", "O");
    }

    /** What a question added to the log, the newest first. */
    private static List<JsonNode> after(Role role, String path, String... header) {
        long before = LOOKS.lastPosition(URN).orElse(0L);
        assertThat(SERVICE.getWith(role, path, header).status()).isEqualTo(200);
        return SERVICE.get(Role.AUDITOR, ACCESS)
                .json()
                .get("items")
                .valueStream()
                .filter(look -> look.get("position").asLong() > before)
                .toList();
    }

    private static List<String> idsOf(JsonNode look) {
        return look.get("pupilIds").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void aChronologyIsRecordedWithWhoAndForWhat() {
        List<JsonNode> looks =
                after(Role.SAFEGUARDING_LEAD, SCHOOL + "/pupils/p2/chronology", Purpose.HEADER, "parent-request");
        assertThat(looks).hasSize(1);
        JsonNode look = looks.getFirst();
        assertThat(look.get("kind").asString()).isEqualTo("CHRONOLOGY");
        assertThat(look.get("sub").asString()).isEqualTo("tests");
        assertThat(look.get("role").asString()).isEqualTo("safeguarding-lead");
        assertThat(look.get("purpose").asString()).isEqualTo("parent-request");
        assertThat(idsOf(look)).containsExactly("p2");
    }

    @Test
    void aRegisterIsRecordedForThosePupilsWhoseCodeTellsOfHealth() {
        List<JsonNode> looks = after(Role.CLASS_TEACHER, ILL);
        assertThat(looks).hasSize(1);
        assertThat(looks.getFirst().get("register").asString()).isEqualTo(URN + "/2026-09-02/AM/4-A");
        assertThat(looks.getFirst().has("purpose")).isFalse();
        assertThat(idsOf(looks.getFirst())).containsExactly("p1");
        assertThat(after(Role.CLASS_TEACHER, PRESENT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD, /api/v1/schools/112001/pupils/p1/attendance, ATTENDANCE",
        "HEAD, /api/v1/schools/112001/groups/4-A/registers?from=2026-09-01, CLASS_PAGE",
        "AUDITOR, /api/v1/audit/amendments?urn=112001, AMENDMENTS",
        "AUDITOR, /api/v1/audit/events?urn=112001, EXPORT",
        "AUDITOR, /api/v1/audit/replay?urn=112001&pupilId=p1, REPLAY"
    })
    void soIsWhateverElseShowsThem(Role role, String path, Kind kind) {
        assertThat(after(role, path))
                .extracting(look -> look.get("kind").asString())
                .containsExactly(kind.name());
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD, /api/v1/schools/112001/pupils/p2/attendance",
        "HEAD, /api/v1/schools/112001/groups/4-A/registers?from=2026-09-03",
        "HEAD, /api/v1/schools/112001/at-risk",
        "HEAD, /api/v1/schools/112001/penalty-windows",
        "HEAD, /api/v1/schools/112001/registers?date=2026-09-02"
    })
    void whatTellsOfNoneIsNot(Role role, String path) {
        assertThat(after(role, path)).isEmpty();
    }

    @Test
    void aSystemThatPostsRegistersIsRecordedOnceADay() {
        int first = after(Role.MIS_INTEGRATION, ILL).size();
        assertThat(first).isEqualTo(1);
        assertThat(after(Role.MIS_INTEGRATION, ILL)).isEmpty();
        JsonNode look = SERVICE.get(Role.AUDITOR, ACCESS).json().at("/items/0");
        assertThat(look.get("kind").asString()).isEqualTo("REGISTERS");
        assertThat(idsOf(look)).isEmpty();
    }

    @Test
    void aHeadReadsWhoLookedAtAPupilAndAtNobodyElse() {
        after(Role.CLASS_TEACHER, ILL);
        after(Role.SAFEGUARDING_LEAD, SCHOOL + "/pupils/p2/chronology");
        after(Role.AUDITOR, "/api/v1/audit/events?urn=112001");
        List<JsonNode> ofP1 = SERVICE.get(Role.HEAD, SCHOOL + "/pupils/p1/accesses")
                .json()
                .get("items")
                .valueStream()
                .toList();
        assertThat(ofP1).extracting(look -> look.get("kind").asString()).contains("REGISTER", "EXPORT");
        assertThat(ofP1).allMatch(look -> idsOf(look).isEmpty() || idsOf(look).equals(List.of("p1")));
        assertThat(SERVICE.get(Role.HEAD, SCHOOL + "/pupils/nobody/accesses").status())
                .isEqualTo(404);
        assertThat(SERVICE.get(Role.SAFEGUARDING_LEAD, SCHOOL + "/pupils/p1/accesses")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void daysAndPagesLimitWhatIsListed() {
        after(Role.CLASS_TEACHER, ILL);
        after(Role.CLASS_TEACHER, ILL);
        Answer first = SERVICE.get(Role.AUDITOR, ACCESS + "&limit=1");
        assertThat(first.json().get("items")).hasSize(1);
        Answer second = SERVICE.get(
                Role.AUDITOR,
                ACCESS + "&limit=1&cursor=" + first.json().get("nextCursor").asString());
        assertThat(second.json().at("/items/0/position").asLong())
                .isEqualTo(first.json().at("/items/0/position").asLong() - 1);
        assertThat(SERVICE.get(Role.AUDITOR, ACCESS + "&from=2099-01-01").json().get("items"))
                .isEmpty();
        assertThat(SERVICE.get(Role.AUDITOR, ACCESS + "&to=1999-01-01").json().get("items"))
                .isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsNotShownAndAllElseIs() {
        LOOKS.away(true);
        try {
            Answer refused = SERVICE.get(Role.HEAD, ILL);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(SERVICE.get(Role.HEAD, SCHOOL + "/pupils/p1/chronology").status())
                    .isEqualTo(503);
            assertThat(SERVICE.get(Role.HEAD, PRESENT).status()).isEqualTo(200);
        } finally {
            LOOKS.away(false);
        }
        assertThat(SERVICE.get(Role.HEAD, ILL).status()).isEqualTo(200);
    }

    @Test
    void aPurposeIsOneOfTheWordsAndNoSentence() {
        assertThat(SERVICE.getWith(Role.HEAD, ILL, Purpose.HEADER, "about Robin")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theLogHoldsAndNamesNobody() throws IOException {
        after(Role.CLASS_TEACHER, ILL);
        String export = SERVICE.get(Role.AUDITOR, "/api/v1/audit/access/export?urn=112001")
                .body();
        assertThat(export)
                .doesNotContain("Ashworth")
                .doesNotContain("Birchwood")
                .doesNotContain("\"p1\"");
        assertThat(verdict(export)).isInstanceOf(Verdict.Holds.class);
        assertThat(verdict(export.replaceFirst("\"sub\":\"tests\"", "\"sub\":\"somebody else\"")))
                .isInstanceOf(Verdict.Wrong.class);
        assertThat(verdict(
                        export.substring(export.indexOf('\n') + 1, export.lastIndexOf('\n', export.length() - 2) + 1)))
                .isNotInstanceOf(Verdict.Holds.class);
    }

    private static Verdict verdict(String export) throws IOException {
        return new Verifier(DataRule.published(), null)
                .check("access", new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
    }
}
