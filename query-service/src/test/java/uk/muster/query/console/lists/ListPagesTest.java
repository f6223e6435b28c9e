package uk.muster.query.console.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.Browser;
import uk.muster.query.testing.Days;
import uk.muster.query.testing.Readers;
import uk.muster.query.testing.TestProfile;

/** Two weeks of a class: one child always there, one without leave for three days, one late, whose name is a formula. */
class ListPagesTest {

    private static final TestService SERVICE = TestService.shared();
    private static final Urn SCHOOL = new Urn(197050);

    @BeforeAll
    static void record() {
        LocalDate start = LocalDate.of(2026, 9, 1);
        SERVICE.ledger.openSchool(SCHOOL, TestProfile.JSON, "oak-trust");
        SERVICE.ledger.admit(SCHOOL, "p1", "Ash", "4-A", start);
        SERVICE.ledger.admit(SCHOOL, "p2", "Birch", "4-A", start);
        SERVICE.ledger.admit(SCHOOL, "p3", "Cedar, \"C\"", "4-A", start);
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("p1", "/ / / / / / / / / /");
        codes.put("p2", "/ / O O O / / / / /");
        codes.put("p3", "L / / / / / / / / U");
        Days.take(SERVICE.ledger, SCHOOL, "4-A", LocalDate.of(2026, 9, 7), codes);
    }

    @BeforeEach
    void afterTwoWeeks() {
        SERVICE.clock("2026-09-18T16:00:00Z");
    }

    @Test
    void thoseAtRiskComeLowestFirstWithTheirWeeks() {
        assertThat(Readers.page(Role.HEAD, "/schools/197050/at-risk"))
                .contains("2 of 3 pupils are persistently absent")
                .containsSubsequence("Ada Birch", "70.0%", "<polyline", "points=", "Ada Cedar", "Ada Ash", "100.0%")
                .contains("English as an additional language");
    }

    @Test
    void theListIsFilteredAndPutInOrder() {
        assertThat(Readers.page(Role.HEAD, "/schools/197050/at-risk?sort=name"))
                .containsSubsequence("Ada Ash</a>", "Ada Birch</a>");
        assertThat(Readers.page(Role.HEAD, "/schools/197050/at-risk?group=9-Z")).contains("No pupil is like that");
        assertThat(Readers.status(Role.HEAD, "/schools/197050/at-risk?band=tea"))
                .isEqualTo(422);
    }

    @Test
    void anExecutiveReadsNoName() {
        for (String path :
                new String[] {"/schools/197050/at-risk", "/trusts/oak-trust/at-risk", "/schools/197050/penalty-windows"
                }) {
            assertThat(Readers.page(Role.TRUST_EXECUTIVE, path)).contains("p2").doesNotContain("Birch");
        }
        assertThat(Readers.page(Role.TRUST_EXECUTIVE, "/schools/197050/at-risk.csv"))
                .contains("p2")
                .doesNotContain("Birch");
    }

    @Test
    void aTrustsListNamesTheSchools() {
        assertThat(Readers.page(Role.TRUST_EXECUTIVE, "/trusts/oak-trust/at-risk"))
                .contains("<td class=\"govuk-table__cell\">Elm Road</td>")
                .doesNotContain("<td class=\"govuk-table__cell\">197050</td>");
    }

    @Test
    void windowsAreDrawnOverTheSchoolWeeks() {
        assertThat(Readers.page(Role.HEAD, "/schools/197050/penalty-windows"))
                .contains("0 thresholds are met, 1 on the way")
                .containsSubsequence("Ada Birch", "<strong>6</strong>", "mu-weeks-full mu-weeks-oldest");
        assertThat(Readers.page(Role.HEAD, "/schools/197050/penalty-windows?minSessions=9"))
                .contains("No pupil has so many sessions");
    }

    @Test
    void whoWasLateIsCounted() {
        assertThat(Readers.page(Role.HEAD, "/schools/197050/punctuality"))
                .contains("1 pupil was late, together 28 minutes");
    }

    @Test
    void aTableForASpreadsheetHasEveryPupil() {
        HttpResponse<String> answer = Readers.get(Role.HEAD, "*", "/schools/197050/at-risk.csv");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.body().lines())
                .hasSize(4)
                .contains("p2,Ada Birch,4-A,4,70.0,14,20,pa,")
                .anySatisfy(line -> assertThat(line).startsWith("p3,\"Ada Cedar, \"\"C\"\"\""));
        assertThat(Readers.page(Role.HEAD, "/schools/197050/penalty-windows.csv"))
                .contains("p2,Ada Birch");
        assertThat(Readers.page(Role.HEAD, "/schools/197050/punctuality.csv")).contains("p3,");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1, '=1+1", "@SUM(A1), '@SUM(A1)", "-2.5, -2.5", "-cmd, '-cmd", "Ash, Ash"})
    void noCellIsAFormula(String text, String cell) {
        assertThat(CsvTable.cell(text)).isEqualTo(cell);
    }

    @Test
    void aNameIsLookedForWithoutBeingInAnAddress() {
        Browser reader = Readers.of(Role.HEAD, "*");
        HttpResponse<String> all = Readers.get(Role.HEAD, "*", "/schools/197050/pupils");
        assertThat(all.body()).contains("Ada Ash", "Ada Birch");
        HttpResponse<String> found = reader.post(all, "/schools/197050/pupils", Map.of("text", "birch"));
        assertThat(found.uri().toString()).doesNotContain("birch");
        assertThat(found.body())
                .contains("1 pupil found", "href=\"/schools/197050/pupils/p2\"")
                .doesNotContain("Ada Ash");
        assertThat(reader.post(all, "/schools/197050/pupils", Map.of("text", "nobody"))
                        .body())
                .contains("Nobody is found");
    }

    @ParameterizedTest
    @CsvSource({"CLASS_TEACHER, 403, 403", "AUDITOR, 403, 403", "TRUST_EXECUTIVE, 200, 403", "HEAD, 200, 200"})
    void eachListHasItsRoles(Role role, int atRisk, int named) {
        assertThat(Readers.status(role, "/schools/197050/at-risk")).isEqualTo(atRisk);
        assertThat(Readers.status(role, "/schools/197050/penalty-windows")).isEqualTo(atRisk);
        assertThat(Readers.status(role, "/schools/197050/punctuality")).isEqualTo(named);
        assertThat(Readers.status(role, "/schools/197050/pupils")).isEqualTo(named);
    }
}
