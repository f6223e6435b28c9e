package uk.muster.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A contact attempt, from the form or the board to where it can be seen. */
class ContactAttemptInBrowserTest {

    private static final String ROBIN = Scene.pupil(1);
    private static final String BOARD_PUPIL = Scene.pupil(2);
    private static final String REFUSED = Scene.pupil(3);
    private static final String PLAIN = Scene.pupil(4);

    private final Console console = Console.of(Scene.muster().queries()).signIn(Scene.LEAD);

    @AfterEach
    void close() {
        console.close();
    }

    private static JsonNode attempts(String pupil) {
        return Scene.client("head")
                .get(pupil + "/chronology?kinds=CONTACT_ATTEMPT")
                .json()
                .get("items");
    }

    @Test
    void clickedTwiceItIsRecordedOnceAndIsOnTheNextPage() {
        console.go(ROBIN);
        console.link("Record a contact attempt").click();
        console.isInOrder();
        console.field("No answer").check();
        console.field("Note").fill("Rang twice.");
        console.button("Record").dblclick();
        console.page().waitForURL(url -> url.endsWith(ROBIN));
        assertThat(console.text()).contains("Recorded for Robin Canarybird.", "Rang twice.", "P. Otterstead");
        console.isInOrder();
        assertThat(attempts(ROBIN)).hasSize(1);
        assertThat(attempts(ROBIN).get(0).get("by").get("name").asString()).isEqualTo(Scene.LEAD);
    }

    @Test
    void onTheBoardItTakesOneClickAndTheBoardSaysIt() {
        console.go(Scene.SCHOOL + "/today");
        console.page()
                .locator("#pupil-p2")
                .getByRole(AriaRole.BUTTON)
                .getByText("No answer")
                .click();
        console.page().waitForURL(Pattern.compile(".*/today(#.*)?$"));
        assertThat(console.text()).contains("Recorded for");
        assertThat(console.page().locator("#pupil-p2").innerText()).doesNotContain("Nobody called yet");
        console.isInOrder();
        assertThat(attempts(BOARD_PUPIL)).hasSize(1);
    }

    @Test
    void whatIsWrongIsSaidFirstAndStandsBesideItsFieldWithNothingLost() {
        console.go(REFUSED + "/contact-attempts/new");
        console.field("Note").fill("Rang once.");
        console.button("Record").click();
        assertThat(console.page().title()).startsWith("Error: ");
        console.isInOrder();
        console.page().locator(".govuk-error-summary a[href='#outcome']").click();
        assertThat(console.page().locator("#outcome").evaluate("field => field === document.activeElement"))
                .isEqualTo(true);
        assertThat(console.page().locator("#outcome-fault").isVisible()).isTrue();
        assertThat(console.field("Note").inputValue()).isEqualTo("Rang once.");
        console.field("Spoke with them").check();
        console.field("Day").fill("2026-09-08");
        console.field("Time").fill("09:41");
        console.button("Record").click();
        assertThat(console.page().locator(".govuk-error-summary").innerText()).contains("future");
        assertThat(attempts(REFUSED)).isEmpty();
    }

    @Test
    void itNeedsNoScripts() {
        try (Console plain = Console.withoutScripts(Scene.muster().queries())) {
            plain.signIn(Scene.LEAD);
            plain.go(PLAIN + "/contact-attempts/new");
            plain.field("No answer").check();
            plain.button("Record").click();
            assertThat(plain.path()).isEqualTo(PLAIN);
            assertThat(plain.text()).contains("Recorded for Robin Canarybird.");
        }
        assertThat(attempts(PLAIN)).hasSize(1);
    }
}
