package uk.muster.query.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

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
import uk.muster.query.TestService.Answer;
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
        Answer start = SERVICE.getFor(role, "197001", "/");
        assertThat(start.status()).isEqualTo(302);
        assertThat(location(start)).endsWith("/schools/197001");
        assertThat(location(SERVICE.getFor(role, "197001", "/schools/197001"))).endsWith(page);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "MIS_INTEGRATION"})
    void theConsoleIsForPeopleWhoWorkWithChildren(Role role) {
        assertThat(SERVICE.getFor(role, "197001", "/").status()).isEqualTo(403);
    }

    @Test
    void whoHasSeveralSchoolsChooses() {
        Answer answer = SERVICE.get(Role.HEAD, "/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("Choose a school", "href=\"/schools/197001\"", "Elm Road");
        assertThat(location(SERVICE.get(Role.HEAD, "/schools?urn=197002"))).endsWith("/schools/197002");
        assertThat(SERVICE.getFor(Role.HEAD, "197001", "/schools?urn=197002").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CLASS_TEACHER", "ATTENDANCE_OFFICER", "SAFEGUARDING_LEAD", "HEAD", "TRUST_EXECUTIVE", "AUDITOR"})
    void everyPageOfTheNavigationIsOneThatTheRoleMayRead(Role role) {
        String first = location(SERVICE.getFor(role, "197001", "/schools/197001"));
        Answer answer = SERVICE.getFor(role, "197001", first.substring(first.indexOf("/schools")));
        List<String> links = NAVIGATION
                .matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(links).isNotEmpty();
        assertThat(links)
                .allSatisfy(
                        link -> assertThat(SERVICE.getFor(role, "197001", link).status())
                                .as(link)
                                .isEqualTo(200));
    }

    @Test
    void aPageThatIsNotThereIsAPage() {
        Answer answer = SERVICE.getFor(Role.HEAD, "197001", "/schools/197002/pupils/p1");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("Page not found", "There is no such school.");
    }

    @Test
    void aRoleThatDoesNotGoSoFarReadsSo() {
        Answer answer = SERVICE.getFor(Role.TRUST_EXECUTIVE, "197001", "/schools/197001/pupils/p1");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("You can’t see this page");
    }

    @Test
    void nothingStandsInAPageThatItsSecurityPolicyForbids() {
        assertThat(SERVICE.get(Role.HEAD, "/schools/197001/pupils/p1").body())
                .doesNotContain("<style")
                .doesNotContain("style=")
                .doesNotContain("onclick=")
                .doesNotContain("http://");
    }

    private static String location(Answer answer) {
        return answer.response().headers().firstValue("Location").orElse("");
    }
}
