package uk.muster.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The register of a class: by week and by term, as it stood, and amended. */
class RegisterInBrowserTest {

    private static final String WEEK = Scene.SCHOOL + "/registers/2026-09-03/AM/3A";
    private static final String MONDAY = Scene.SCHOOL + "/registers/2026-09-07/AM/3A";

    private final Console console = Console.of(Scene.muster().queries()).signIn(Scene.LEAD);

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void theChainOfAnAmendedMarkOpensByKeyboardAndSaysWhoAmendedItWhy() {
        console.go(WEEK);
        var chain = console.page().locator(".mu-chain summary").first();
        chain.focus();
        console.page().keyboard().press("Enter");
        assertThat(console.page().locator(".mu-chain[open]").innerText())
                .contains("At a funeral, as agreed.", "R. Okafor, class teacher");
        assertThat(console.page().locator("td:has(.mu-chain)").first().getAttribute("title"))
                .contains("/ amended to C by R. Okafor, class teacher", "At a funeral, as agreed.");
        console.isInOrder();
    }

    @Test
    void theBadgeSaysWhatWasChecked() {
        console.go(WEEK);
        assertThat(console.page().locator(".mu-check").innerText())
                .contains("The 2 facts of this register hold", "Not checked here");
    }

    @Test
    void theTermIsOneLinkAwayAndLeadsFromAMarkToItsAmendment() {
        console.go(WEEK);
        console.link("The whole term").click();
        assertThat(console.text()).contains("Autumn term of 2026 to 27", "Amended marks");
        console.page().locator("tr:has(a[href$='/pupils/p9']) td a").first().click();
        assertThat(console.page().locator("li:target").innerText()).contains("At a funeral, as agreed.");
        console.link("A week at a time").click();
        assertThat(console.path()).isEqualTo(WEEK);
    }

    @Test
    void theSliderDrawsTheTermAsItStood() {
        console.go(WEEK + "?view=term");
        assertThat(console.text()).doesNotContain("0 marks amended");
        console.page().getByRole(AriaRole.SLIDER).focus();
        console.page().keyboard().press("Home");
        console.page().waitForURL(Pattern.compile(".*view=term.*asOf=.*"));
        assertThat(console.text()).contains("This is how it stood on", "0 marks amended");
        console.isInOrder();
    }

    @Test
    void anAmendmentWithoutAReasonIsRefusedBesideItsFieldAndWithOneIsSeenAtOnce() {
        console.go(MONDAY + "/amendments/p8");
        console.field("Amended code").selectOption("C");
        console.button("Record").click();
        assertThat(console.page().title()).startsWith("Error: ");
        assertThat(console.page().locator("#reason-fault").isVisible()).isTrue();
        console.isInOrder();
        console.field("Reason").fill("Interview at another school.");
        console.button("Record").click();
        console.page().waitForURL(url -> url.endsWith(MONDAY));
        assertThat(console.text()).contains("The amendment is recorded.");
        assertThat(console.page().content()).contains("Interview at another school.");
    }
}
