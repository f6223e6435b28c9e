package uk.muster.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists as an office works through them: filtered, put in order, taken away as a table, and a task decided. */
class ListsInBrowserTest {

    private final Console console = Console.of(Scene.muster().queries()).signIn(Scene.LEAD);

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void thoseAtRiskAreFilteredAndPutInOrder() {
        console.go(Scene.SCHOOL + "/at-risk");
        assertThat(rows().first().locator("a").getAttribute("href")).isEqualTo(Scene.pupil(5));
        console.link("Name").click();
        assertThat(console.page().url()).contains("sort=name");
        console.field("Group").fill("9Z");
        console.button("Show").click();
        assertThat(console.text()).contains("No pupil is like that.");
        assertThat(console.page().url()).contains("sort=name");
        console.isInOrder();
    }

    @Test
    void windowsAreDrawnOverTheSchoolWeeksAndFilteredByTheirCount() {
        console.go(Scene.SCHOOL + "/penalty-windows");
        assertThat(rows().first().locator(".mu-weeks-oldest").innerText()).contains("4");
        console.field("At least so many sessions").fill("9");
        console.button("Show").click();
        assertThat(console.heading()).isEqualTo("No pupil has so many sessions of absence without leave");
        console.isInOrder();
    }

    @Test
    void whoWasLateIsCountedForTheDaysThatAreAskedFor() {
        console.go(Scene.SCHOOL + "/punctuality");
        assertThat(console.heading()).isEqualTo("1 pupil was late, together 48 minutes");
        console.field("From").fill("2026-09-05");
        console.button("Show").click();
        assertThat(console.heading()).isEqualTo("Nobody was late");
        console.isInOrder();
    }

    @ParameterizedTest
    @CsvSource({"at-risk, p5", "penalty-windows, p5", "punctuality, p6"})
    void aListIsTakenAwayAsATable(String list, String pupil) throws IOException {
        console.go(Scene.SCHOOL + "/" + list);
        Download table = console.page()
                .waitForDownload(() -> console.link("Download (CSV)").click());
        assertThat(table.suggestedFilename()).isEqualTo(list + "-900001.csv");
        assertThat(Files.readAllLines(table.path()))
                .anySatisfy(line -> assertThat(line).startsWith(pupil + ",Robin Canarybird,3A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/at-risk?band=tea",
                "/at-risk?sort=height",
                "/penalty-windows?minSessions=many",
                "/punctuality?from=2026-09-10&to=2026-09-01",
                "/tasks?status=GOSSIP",
                "/pupils/p5/evidence?from=2026-09-11&to=2026-09-01&purpose=CME",
                "/registers/2026-09-07/AM/3A?view=year"
            })
    void whatCannotBeAskedIsToldOnAPage(String path) {
        assertThat(console.go(Scene.SCHOOL + path)).isBetween(400, 422);
        assertThat(console.heading()).isNotBlank();
        console.isInOrder();
    }

    @Test
    void aTaskIsDecidedWithAReasonAndNotWithoutOne() {
        console.go(Scene.SCHOOL + "/tasks");
        Locator tasks = console.page()
                .locator(
                        ".mu-tasks li",
                        new Page.LocatorOptions().setHas(console.page().locator("a[href='" + Scene.pupil(6) + "']")));
        int before = tasks.count();
        assertThat(before).isPositive();
        tasks.first().getByRole(AriaRole.LINK).getByText("Decide").click();
        console.field("It is not to be done").check();
        console.button("Record").click();
        assertThat(console.page().title()).startsWith("Error: ");
        assertThat(console.page().locator("#reason-fault").isVisible()).isTrue();
        console.isInOrder();
        console.field("Reason").fill("The grandmother is at the door.");
        console.button("Record").click();
        console.page().waitForURL(url -> url.endsWith("/tasks"));
        assertThat(console.text()).contains("The decision is recorded.");
        assertThat(tasks.count()).isEqualTo(before - 1);
        console.field("Status").selectOption("DECLINED");
        console.button("Show").click();
        assertThat(console.text()).contains("The grandmother is at the door.");
        console.isInOrder();
    }

    @Test
    void aPupilIsFoundByPartOfAName() {
        console.go(Scene.SCHOOL + "/pupils");
        console.field("Part of a name, or an id").fill("canary");
        console.button("Find").click();
        assertThat(console.heading()).isEqualTo("15 pupils found");
        assertThat(console.page().url()).doesNotContain("canary");
        console.isInOrder();
        console.field("Part of a name, or an id").fill("nobody of that name");
        console.button("Find").click();
        assertThat(console.text()).contains("Try another part of the name.");
        console.isInOrder();
    }

    private Locator rows() {
        return console.page().locator("tbody tr");
    }
}
