package uk.muster.query.console.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.Browser;
import uk.muster.query.testing.Readers;
import uk.muster.query.testing.TestProfile;

/** For what somebody looks, said on the page of a child. */
class SaidPurposeTest {

    private static final TestService SERVICE = TestService.shared();
    private static final Urn SCHOOL = new Urn(197012);
    private static final String PAGE = "/schools/197012/pupils/p1";

    @BeforeAll
    static void record() {
        SERVICE.ledger.openSchool(SCHOOL, TestProfile.JSON);
        SERVICE.ledger.admit(SCHOOL, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        SERVICE.clock("2026-09-11T12:00:00Z");
    }

    @Test
    void untilItIsSaidTheLookNamesThePage() {
        SERVICE.signedIn(Role.HEAD, "197012").get(PAGE);
        assertThat(newest()).contains("\"kind\":\"CHILD_PAGE\"", "\"purpose\":\"console\"");
        assertThat(Readers.page(Role.AUDITOR, "/audit/access?urn=197012"))
                .containsSubsequence("Page of a child", ">p1<", "not said, at the console");
    }

    @Test
    void saidOnceItIsRecordedWithEveryLookUntilItIsTakenBack() {
        Browser reader = SERVICE.signedIn(Role.HEAD, "197012");
        HttpResponse<String> page = reader.get(PAGE);
        assertThat(reader.post(page, PAGE + "/purpose", Map.of("purpose", "referral"))
                        .body())
                .contains("<option value=\"referral\" selected=\"selected\">Referral</option>");
        assertThat(newest()).contains("\"purpose\":\"referral\"");
        reader.post(page, PAGE + "/purpose", Map.of("purpose", ""));
        assertThat(newest()).contains("\"purpose\":\"console\"");
    }

    @Test
    void itIsOneOfTheWordsThatAreThereToChoose() {
        Browser reader = SERVICE.signedIn(Role.HEAD, "197012");
        HttpResponse<String> page = reader.get(PAGE);
        assertThat(page.body()).doesNotContain("<option value=\"console\"");
        for (String word : new String[] {"curiosity", "console"}) {
            assertThat(reader.post(page, PAGE + "/purpose", Map.of("purpose", word))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private static String newest() {
        return SERVICE.get(Role.AUDITOR, "/api/v1/audit/access?urn=197012&limit=1")
                .body();
    }
}
