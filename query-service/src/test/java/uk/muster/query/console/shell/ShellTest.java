package uk.muster.query.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.Readers;
import uk.muster.query.testing.TestProfile;

/** What every page has: the frame, the way to a school, and what a person reads when something went wrong. */
class ShellTest {

    private static final TestService SERVICE = TestService.shared();
    private static final Pattern NAVIGATION = Pattern.compile("class=\"mu-nav__link\" href=\"([^\"]+)\"");

    @BeforeAll
    static void record() {
        SERVICE.ledger.openSchool(new Urn(197001), TestProfile.JSON, "console-trust");
        SERVICE.ledger.admit(new Urn(197001), "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        SERVICE.ledger.openSchool(new Urn(197002), TestProfile.JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "CLASS_TEACHER, /schools/197001/registers",
        "ATTENDANCE_OFFICER, /schools/197001/today",
        "SAFEGUARDING_LEAD, /schools/197001/today",
        "HEAD, /schools/197001/today",
        "TRUST_EXECUTIVE, /schools/197001/at-risk",
        "AUDITOR, /schools/197001/registers"
    })
    void aSchoolOpensOnThePageOfTheRole(Role role, String page) {
        assertThat(Readers.get(role, "197001", "/").uri().getPath()).isEqualTo(page);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "MIS_INTEGRATION"})
    void theConsoleIsForPeopleWhoWorkWithChildren(Role role) {
        assertThat(Readers.get(role, "197001", "/").statusCode()).isEqualTo(403);
    }

    @Test
    void whoHasSeveralSchoolsChooses() {
        assertThat(Readers.page(Role.HEAD, "/")).contains("Choose a school", "href=\"/schools/197001\"", "Elm Road");
        assertThat(Readers.get(Role.HEAD, "*", "/schools?urn=197002").uri().getPath())
                .isEqualTo("/schools/197002/today");
        assertThat(Readers.get(Role.HEAD, "197001", "/schools?urn=197002").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CLASS_TEACHER", "ATTENDANCE_OFFICER", "SAFEGUARDING_LEAD", "HEAD", "TRUST_EXECUTIVE", "AUDITOR"})
    void everyPageOfTheNavigationIsOneThatTheRoleMayRead(Role role) {
        String page = Readers.get(role, "197001", "/schools/197001").body();
        List<String> links =
                NAVIGATION.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(links).isNotEmpty();
        assertThat(links)
                .allSatisfy(link -> assertThat(Readers.get(role, "197001", link).statusCode())
                        .as(link)
                        .isEqualTo(200));
    }

    @Test
    void theHeaderSaysWhoReadsAndLetsThemOut() {
        assertThat(Readers.page(Role.HEAD, "/schools/197001/today"))
                .contains("Kit Invented, Keeper of registers", "Sign out", "Elm Road")
                .contains("aria-current=\"page\">Today</a>");
    }

    @Test
    void aPageThatIsNotThereIsAPage() {
        for (String path : List.of("/schools/197002/pupils/p1", "/schools/197001/nothing", "/nothing")) {
            HttpResponse<String> answer = Readers.get(Role.HEAD, "197001", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
            assertThat(answer.body()).contains("Page not found", "Go to the start");
        }
    }

    @Test
    void aRoleThatDoesNotGoSoFarReadsSo() {
        HttpResponse<String> answer = Readers.get(Role.TRUST_EXECUTIVE, "197001", "/schools/197001/pupils/p1");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("You can’t see this page");
    }

    @Test
    void nothingStandsInAPageThatItsSecurityPolicyForbids() {
        assertThat(Readers.page(Role.HEAD, "/schools/197001/pupils/p1"))
                .doesNotContain("<style")
                .doesNotContain("style=")
                .doesNotContain("onclick=")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }
}
