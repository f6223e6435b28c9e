package uk.muster.query.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.muster.http.identity.Role;
import uk.muster.query.TestService;
import uk.muster.query.testing.Browser;
import uk.muster.query.testing.TestProvider.Someone;

/** Signing in at a provider, the session, and what it does not allow. */
class SignInTest {

    private static final TestService SERVICE = TestService.shared();
    private static final String PAGE = "/sample/schools/170101";

    private static Someone lead(Map<String, Object> claims, Duration life) {
        return new Someone("s-5", claims, List.of("safeguarding-lead"), List.of("170101"), life);
    }

    @Test
    void whoeverIsNotSignedInIsSentToTheProviderWithProofKeyAndComesBackToThePage() {
        SERVICE.provider().next(lead(Map.of("name", "P. Otterstead", "position", "Lead"), Duration.ofMinutes(5)));
        Browser still = SERVICE.stillBrowser();
        HttpResponse<String> first = still.get(PAGE);
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(first.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in/muster");
        String authorize =
                still.get("/sign-in/muster").headers().firstValue("Location").orElseThrow();
        assertThat(authorize)
                .startsWith(SERVICE.provider().issuer() + "/authorize?")
                .contains("response_type=code", "code_challenge_method=S256", "nonce=", "state=");
        HttpResponse<String> page = SERVICE.browser().get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo(PAGE);
        assertThat(page.body()).contains("s-5 looks at 170101 as P. Otterstead, Lead (s-5)");
    }

    @Test
    void aProviderThatSaysNoPositionLeavesTheRole() {
        SERVICE.provider().next(lead(Map.of(), Duration.ofMinutes(5)));
        assertThat(SERVICE.browser().get(PAGE).body()).contains("as s-5, Safeguarding lead (s-5)");
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        Browser still = SERVICE.stillBrowser();
        String cookie = still.get(PAGE).headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("muster-console=").contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void theSessionHasAnotherIdOnceSomebodySignedIn() {
        SERVICE.provider().next(lead(Map.of(), Duration.ofMinutes(5)));
        Browser still = SERVICE.stillBrowser();
        still.get(PAGE);
        List<String> before = still.cookies().stream().map(HttpCookie::getValue).toList();
        URI authorize = URI.create(
                still.get("/sign-in/muster").headers().firstValue("Location").orElseThrow());
        URI answer = URI.create(
                still.get(authorize.toString()).headers().firstValue("Location").orElseThrow());
        assertThat(still.get(answer.toString()).headers().firstValue("Location").orElseThrow())
                .endsWith(PAGE);
        assertThat(still.cookies()).extracting(HttpCookie::getValue).hasSize(1).isNotEqualTo(before);
    }

    @Test
    void aPageIsHeldAgainstTheRoleAndTheSchoolsOfTheAccessToken() {
        assertThat(SERVICE.signedIn(Role.AUDITOR, "170101").get(PAGE).statusCode())
                .isEqualTo(403);
        assertThat(SERVICE.signedIn(Role.HEAD, "170102").get(PAGE).statusCode()).isEqualTo(404);
        assertThat(SERVICE.signedIn(Role.HEAD, "170101").get(PAGE).statusCode()).isEqualTo(200);
        assertThat(SERVICE.signedIn(Role.HEAD, "*").get(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionIsNoTokenForTheApiAndATokenIsNoSession() {
        Browser browser = SERVICE.signedIn(Role.HEAD, "170101");
        assertThat(browser.get("/api/v1/schools/170101/tasks").statusCode()).isEqualTo(401);
        assertThat(browser.get("/%61pi/v1/schools/170101/tasks").statusCode()).isEqualTo(401);
        assertThat(SERVICE.get(Role.HEAD, PAGE).status()).isEqualTo(401);
    }

    @Test
    void aFormWithoutItsSessionsTokenIsRefused() {
        Browser browser = SERVICE.signedIn(Role.HEAD, "170101");
        browser.get(PAGE);
        SERVICE.commands().sent();
        assertThat(browser.post(PAGE, Map.of("channel", "PHONE")).statusCode()).isEqualTo(403);
        assertThat(browser.post(PAGE, Map.of("channel", "PHONE", "_csrf", "guessed"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(SERVICE.commands().sent()).isEmpty();
        assertThat(browser.post(browser.get(PAGE), PAGE, Map.of("channel", "PHONE"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(SERVICE.commands().sent()).hasSize(1);
    }

    @Test
    void anAccessTokenIsRenewedUnseenAndASessionThatCannotBeEndsInAFreshSignIn() {
        // Within a minute of its end, so each page renews it.
        SERVICE.provider().next(lead(Map.of("name", "P. Otterstead"), Duration.ofSeconds(30)));
        Browser browser = SERVICE.browser();
        assertThat(browser.get(PAGE).body()).contains("P. Otterstead");
        assertThat(browser.get(PAGE).body()).contains("P. Otterstead");
        SERVICE.provider().forgetEveryone();
        SERVICE.provider().next(lead(Map.of("name", "M. Gablefield"), Duration.ofMinutes(5)));
        HttpResponse<String> afresh = browser.get(PAGE);
        assertThat(afresh.statusCode()).isEqualTo(200);
        assertThat(afresh.body()).contains("M. Gablefield");
    }

    @Test
    void aScriptThatIsNotSignedInIsToldToLoadThePageAnew() {
        HttpResponse<String> answer = SERVICE.browser().getByScript(PAGE);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Refresh")).hasValue("true");
    }

    @Test
    void aTokenThatTheApiWouldNotTakeSignsNobodyIn() {
        SERVICE.provider()
                .next(new Someone("s-9", Map.of(), List.of("head"), List.of("no urn"), Duration.ofMinutes(5)));
        HttpResponse<String> answer = SERVICE.browser().get(PAGE);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.uri().getPath()).isEqualTo("/signed-in");
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProvider() {
        Browser browser = SERVICE.signedIn(Role.HEAD, "170101");
        HttpResponse<String> page = browser.get(PAGE);
        HttpResponse<String> out = browser.post(page, "/sign-out", Map.of());
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(out.uri().getPath()).isEqualTo("/signed-out");
        assertThat(out.previousResponse().orElseThrow().uri().toString())
                .startsWith(SERVICE.provider().issuer() + "/logout?id_token_hint=");
        assertThat(browser.post(page, PAGE, Map.of("channel", "PHONE")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void pagesAllowNoScriptOrStyleOfTheirOwnAndNoFrame() {
        HttpResponse<String> page = SERVICE.signedIn(Role.HEAD, "170101").get(PAGE);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .contains("form-action 'self' " + SERVICE.provider().issuer())
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }
}
