package uk.muster.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A contact attempt, from the form to the child's page. */
class ContactAttemptInBrowserTest {

    private static final String ROBIN = Scene.SCHOOL + "/pupils/p1";
    private static final String OTHER = Scene.SCHOOL + "/pupils/p2";

    private final Console console = Console.of(Scene.muster().queries()).signIn(Scene.LEAD);

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void clickedTwiceItIsRecordedOnceAndIsOnTheNextPage() {
        console.go(ROBIN + "/contact-attempts");
        console.field("No answer").check();
        console.field("Note").fill("Rang twice.");
        console.button("Record the attempt").dblclick();
        console.page().waitForURL(url -> url.endsWith(ROBIN));
        assertThat(console.page().locator("main").innerText())
                .contains("The contact attempt is in the child’s chronology.", "Rang twice.", Scene.LEAD);
        console.isInOrder();
        assertThat(Scene.client("head")
                        .get(ROBIN + "/chronology?kinds=CONTACT_ATTEMPT")
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndIsSaidFirst() {
        console.go(OTHER + "/contact-attempts");
        console.field("When").fill("2026-09-08T09:41");
        console.button("Record the attempt").click();
        assertThat(console.page().title()).startsWith("Error: ");
        console.isInOrder();
        console.page().locator(".govuk-error-summary a[href='#outcome']").click();
        assertThat(console.page().locator("#outcome").evaluate("field => field === document.activeElement"))
                .isEqualTo(true);
        assertThat(console.page().locator("#outcome-fault").isVisible()).isTrue();
        assertThat(console.field("When").inputValue()).isEqualTo("2026-09-08T09:41");
        console.field("Spoke").check();
        console.button("Record the attempt").click();
        assertThat(console.page().locator("#at-fault").innerText()).contains("future");
    }

    @Test
    void itNeedsNoScripts() {
        try (Console plain = Console.withoutScripts(Scene.muster().queries())) {
            plain.signIn(Scene.LEAD);
            plain.go(OTHER + "/contact-attempts");
            plain.field("Voicemail").last().check();
            plain.button("Record the attempt").click();
            assertThat(plain.path()).isEqualTo(OTHER);
            assertThat(plain.page().locator("main").innerText()).contains("is in the child’s chronology");
        }
    }
}
