package uk.muster.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An evidence pack, fetched from the page of a child. */
class EvidenceInBrowserTest {

    private static final String CHILD = Scene.pupil(7);

    @Test
    void aPackHoldsWhatTheFormAskedForAndTheLogSaysWhoFetchedIt() throws IOException {
        try (Console head = as("R. Hazelridge")) {
            head.go(CHILD);
            head.field("What it is for").selectOption("CME");
            head.field("From").fill("2026-09-03");
            head.field("To").fill("2026-09-04");
            Download pack = head.page()
                    .waitForDownload(() -> head.button("Download (ZIP)").click());
            assertThat(pack.suggestedFilename()).isEqualTo("evidence-900001-p7.zip");
            holdsWhatWasAskedFor(pack);
        }
        try (Console auditor = as("L. Tallystone")) {
            auditor.go("/audit/access?urn=900001&pupilId=p7");
            assertThat(auditor.page().locator("tbody tr").allInnerTexts())
                    .anySatisfy(look -> assertThat(look).contains("s-2", "Evidence pack", "p7"));
        }
    }

    @Test
    void withoutADayNothingIsAskedForAndTheDayIsPointedAt() {
        try (Console lead = as(Scene.LEAD)) {
            lead.go(CHILD);
            lead.field("What it is for").selectOption("CME");
            lead.field("From").fill("");
            lead.button("Download (ZIP)").click();
            assertThat(lead.field("From")
                            .evaluate("field => field.validity.valueMissing && field === document.activeElement"))
                    .isEqualTo(true);
            assertThat(lead.path()).isEqualTo(CHILD);
            assertThat(lead.field("What it is for").inputValue()).isEqualTo("CME");
        }
    }

    @Test
    void whoMayHaveNoneIsNotOfferedOneAndRefusedTheAddress() {
        try (Console officer = as("M. Gablefield")) {
            officer.go(CHILD);
            assertThat(officer.button("Download (ZIP)").count()).isZero();
            assertThat(officer.go(CHILD + "/evidence?from=2026-09-03&to=2026-09-04&purpose=CME"))
                    .isEqualTo(403);
            assertThat(officer.heading()).isEqualTo("You can’t see this page");
            officer.isInOrder();
        }
    }

    private static Console as(String person) {
        return Console.of(Scene.muster().queries()).signIn(person);
    }

    private static void holdsWhatWasAskedFor(Download pack) throws IOException {
        try (ZipFile zip = new ZipFile(pack.path().toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("README.txt", "evidence.pdf", "evidence.json", "proofs.ndjson");
            JsonNode told = JsonMapper.shared().readTree(zip.getInputStream(zip.getEntry("evidence.json")));
            assertThat(told.get("purpose").asString()).isEqualTo("CME");
            assertThat(told.at("/pupil/pupilId").asString()).isEqualTo("p7");
            assertThat(told.get("from").asString()).isEqualTo("2026-09-03");
            assertThat(told.get("to").asString()).isEqualTo("2026-09-04");
        }
    }
}
