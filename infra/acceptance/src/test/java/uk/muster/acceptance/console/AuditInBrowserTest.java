package uk.muster.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit as an auditor works in it. */
class AuditInBrowserTest {

    private static Console auditor;

    @BeforeAll
    static void signIn() {
        auditor = Console.of(Scene.muster().queries()).signIn("L. Tallystone");
    }

    @AfterAll
    static void close() {
        auditor.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit/amendments?urn=900001",
                "/audit/access",
                "/audit/access?urn=900001",
                "/audit/replay?urn=900001",
                "/audit/replay?urn=900001&date=2026-09-03&session=AM&group=3A",
                "/audit/checkpoints?urn=900001",
                "/schools/900001/registers/2026-09-03/AM/3A",
                "/schools/900001/registers/2026-09-03/AM/3A?view=term"
            })
    void aPageIsInOrderAtAnyWidthAndReachedByKeyboard(String path) {
        assertThat(auditor.go(path)).isEqualTo(200);
        auditor.isInOrderAtAnyWidth();
        auditor.isReachedByKeyboard();
        assertThat(auditor.text()).doesNotContain("Canarybird");
    }

    @Test
    void anAmendmentLeadsToTheReplayOfItsRegister() {
        auditor.go("/audit/amendments?urn=900001");
        auditor.field("Pupil (id)").fill("p9");
        auditor.button("Show").click();
        assertThat(auditor.text()).contains("At a funeral, as agreed.", "R. Okafor, class teacher");
        auditor.link("3A, morning of 3 September 2026").click();
        assertThat(auditor.heading()).isEqualTo("2 facts made this register");
        assertThat(auditor.text()).contains("Register taken", "Mark amended", "At a funeral, as agreed.");
    }

    @Test
    void whoeverOpensThePageOfAChildIsInTheLogWithThePurposeThatTheySaid() {
        try (Console head = Console.of(Scene.muster().queries()).signIn("R. Hazelridge")) {
            head.go(Scene.pupil(9));
            head.field("For what you look").selectOption("referral");
            head.button("Say so").click();
            assertThat(head.field("For what you look").inputValue()).isEqualTo("referral");
            head.isInOrder();
        }
        auditor.go("/audit/access?urn=900001&pupilId=p9");
        assertThat(auditor.page().locator("tbody tr").first().innerText())
                .contains("s-2", "Head", "Page of a child", "p9", "Referral");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit/amendments?urn=12",
                "/audit/amendments?urn=900001&from=yesterday",
                "/audit/access?urn=900001&to=tomorrow",
                "/audit/replay?urn=900001&date=soon"
            })
    void whatCannotBeAskedIsToldOnAPage(String path) {
        assertThat(auditor.go(path)).isEqualTo(400);
        auditor.isInOrder();
    }

    @Test
    void aRegisterInWhichNothingIsRecordedHasNoReplay() {
        auditor.go("/audit/replay?urn=900001");
        auditor.field("Day").fill("2026-09-07");
        auditor.field("Session").selectOption("PM");
        auditor.field("Group").fill("3A");
        auditor.button("Replay").click();
        assertThat(auditor.heading()).isEqualTo("Page not found");
        auditor.isInOrder();
    }
}
