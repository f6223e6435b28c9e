package uk.muster.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page: there, in order, light, and whole on a telephone and without scripts. */
class PagesInBrowserTest {

    private static final int MOST_BYTES = 300_000;

    private static Console lead;
    private static Console plain;

    @BeforeAll
    static void signIn() {
        lead = Console.of(Scene.muster().queries()).signIn(Scene.LEAD);
        plain = Console.withoutScripts(Scene.muster().queries()).signIn(Scene.LEAD);
    }

    @AfterAll
    static void close() {
        lead.close();
        plain.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/schools/900001/today",
                "/schools/900001/tasks",
                "/schools/900001/registers",
                "/schools/900001/registers/2026-09-07/AM/3A",
                "/schools/900001/registers/2026-09-07/AM/3A?view=term",
                "/schools/900001/registers/2026-09-07/AM/3A/amendments/p9",
                "/schools/900001/pupils",
                "/schools/900001/at-risk",
                "/schools/900001/penalty-windows",
                "/schools/900001/punctuality",
                "/schools/900001/pupils/p9",
                "/schools/900001/pupils/p5",
                "/schools/900001/pupils/p9?whole=true",
                "/schools/900001/pupils/p9/contact-attempts/new",
                "/schools/900001/pupils/p9/home-visits/new",
                "/schools/900001/pupils/p9/absence-decisions/new",
                "/schools/900001/pupils/p9/escalations/new"
            })
    void aPageIsThereInOrderAtAnyWidthAndReachedByKeyboard(String path) {
        assertThat(lead.go(path)).isEqualTo(200);
        lead.isInOrderAtAnyWidth();
        lead.isReachedByKeyboard();
        assertThat(plain.go(path)).isEqualTo(200);
        assertThat(plain.heading()).isEqualTo(lead.heading());
    }

    /** Bytes of the page and all that the browser fetched for it, before compression. */
    @ParameterizedTest
    @ValueSource(strings = {"/schools/900001/pupils/p9", "/schools/900001/registers/2026-09-07/AM/3A?view=term"})
    void aPageWithAllThatItDrawsOnIsLight(String path) {
        lead.go(path);
        Object bytes = lead.page()
                .evaluate("performance.getEntries().reduce((sum, each) => sum + (each.decodedBodySize ?? 0), 0)");
        assertThat(((Number) bytes).intValue()).isBetween(1, MOST_BYTES);
    }

    @ParameterizedTest
    @CsvSource({
        "M. Gablefield, Today Tasks Registers Pupils At risk Penalty windows Punctuality",
        "P. Otterstead, Today Tasks Registers Pupils At risk Penalty windows Punctuality",
        "R. Hazelridge, Today Tasks Registers Pupils At risk Penalty windows Punctuality",
        "Teacher of 2-Willow, Registers",
        "V. Marrowfield, At risk Penalty windows",
        "L. Tallystone, Registers Audit"
    })
    void eachRoleIsOfferedWhatItMayRead(String person, String sections) {
        try (Console console = Console.of(Scene.muster().queries()).signIn(person)) {
            assertThat(console.go(Scene.SCHOOL)).isEqualTo(200);
            assertThat(console.page().locator("nav[aria-label='School'] a").allInnerTexts().stream()
                            .reduce((one, other) -> one + " " + other))
                    .hasValue(sections);
            console.isInOrder();
        }
    }
}
