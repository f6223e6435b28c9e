package uk.muster.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out as a person does, at the sign-in that comes with standalone. */
class SignInInBrowserTest {

    private final Console console = Console.of(Scene.muster().queries());

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void theConsoleLeadsToTheSignInAndTheSignInBackToThePageThatWasWanted() {
        console.go(Scene.SCHOOL + "/pupils/p1");
        assertThat(console.page().url()).startsWith(Scene.muster().identity().toString());
        assertThat(console.heading()).isEqualTo("Choose who you are");
        console.isInOrder();
        console.button(Scene.LEAD).click();
        assertThat(console.path()).isEqualTo(Scene.SCHOOL + "/pupils/p1");
        assertThat(console.heading()).isEqualTo("Robin Canarybird");
        assertThat(console.page().getByRole(AriaRole.BANNER).innerText())
                .contains("P. Otterstead, Designated safeguarding lead");
    }

    @Test
    void whoSignsOutIsSignedOutAtTheProviderToo() {
        console.signIn(Scene.LEAD);
        console.button("Sign out").click();
        assertThat(console.path()).isEqualTo("/signed-out");
        assertThat(console.heading()).isEqualTo("You are signed out");
        console.isInOrder();
        console.go("/");
        assertThat(console.heading()).isEqualTo("Choose who you are");
    }

    @Test
    void aSchoolThatIsNotOnesOwnIsAPageThatIsNotThere() {
        console.signIn(Scene.LEAD);
        assertThat(console.go("/schools/900009/pupils/p1")).isEqualTo(404);
        assertThat(console.heading()).isEqualTo("Page not found");
        console.isInOrder();
        assertThat(console.go("/nowhere")).isEqualTo(404);
        assertThat(console.heading()).isEqualTo("Page not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Teacher of 2-Willow", "V. Marrowfield", "L. Tallystone", "B. Switchmere"})
    void whoseRoleDoesNotGoSoFarReadsThatOnAPage(String name) {
        console.signIn(name);
        assertThat(console.go(Scene.SCHOOL + "/pupils/p1")).isEqualTo(403);
        assertThat(console.heading()).isEqualTo("You can’t see this page");
        console.isInOrder();
    }

    @Test
    void theTokensOfTheSignInAreTakenByBothServices() {
        console.signIn(Scene.LEAD);
        assertThat(console.go(Scene.SCHOOL + "/pupils/p1/contact-attempts/new")).isEqualTo(200);
        console.isInOrder();
    }
}
