package uk.muster.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import uk.muster.acceptance.Bodies;
import uk.muster.acceptance.Client;

/** What is recorded with the forms of the console: from the link to the form to where it can be seen, and by nobody who may not. */
class ActionsInBrowserTest {

    /** Of whom nothing comes to be recorded. */
    private static final String UNTOUCHED = Scene.pupil(7);

    /** Of whom something is recorded to know that all before it can be read. */
    private static final String LATER = Scene.pupil(15);

    /** Makes a form of the console's, with the token of its session, into another that its page does not offer, and sends it. */
    private static final String SEND_ANOTHER_FORM = """
            (form, other) => {
              new URLSearchParams(other.fields).forEach((value, name) => {
                const input = document.createElement("input");
                input.name = name;
                input.value = value;
                form.append(input);
              });
              form.action = other.path;
              form.submit();
            }
            """;

    static Stream<Act> acts() {
        return Act.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void whatIsForgottenIsSaidWithNothingLostAndWhatIsDoneIsSeenAtOnce(Act act) {
        try (Console console = Console.of(Scene.muster().queries()).signIn(act.person())) {
            console.go(act.page());
            console.page().locator(act.way()).first().click();
            fillIn(console, act.typed());
            console.button("Record").click();
            isSaidFirstAndBesideItsField(console, act.field());
            act.typed()
                    .forEach((label, value) -> assertThat(whatStandsIn(console.field(label)))
                            .as(label)
                            .isEqualTo(value));
            assertThat(doneByPeople(items(act.child(), act.kind()))).isEmpty();

            fillIn(console, act.forgotten());
            console.button("Record").click();
            console.page().waitForURL(url -> url.endsWith(act.page()));
            assertThat(console.page().locator(".mu-done").innerText()).isEqualTo(act.done());
            console.isInOrder();
            if (!act.page().equals(act.child())) {
                console.go(act.child());
            }
            assertThat(console.text()).contains(act.told());
        }
        List<JsonNode> recorded = doneByPeople(items(act.child(), act.kind()));
        assertThat(recorded).as("what was refused at first is recorded once").hasSize(1);
        act.facts()
                .forEach((pointer, value) -> assertThat(
                                recorded.getFirst().at(pointer).asString())
                        .as(pointer)
                        .isEqualTo(value));
    }

    /** The form is refused on its own page, and so is what somebody sends without it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M. Gablefield         | /pupils/p7/escalations/new | to=POLICE&reason=Because.",
                "Teacher of 2-Willow   | /pupils/p7/home-visits/new | outcome=CONCERN",
                "V. Marrowfield        | /pupils/p7/absence-decisions/new"
                        + " | from/date=2026-09-07&from/session=AM&to/date=2026-09-07&to/session=PM&code=I&reason=Because.",
                "Teacher of 2-Willow   | /tasks/{task}/decision | decision=DECLINED&reason=Because.",
                "L. Tallystone         | /registers/2026-09-07/AM/3A/amendments/p7 | amendedCode=C&reason=Because."
            })
    void whoMayNotIsRefusedTheFormAndWhatTheySendInItsPlace(String person, String form, String fields) {
        String path = Scene.SCHOOL + form.replace("{task}", taskOfTheUntouched());
        try (Console console = Console.of(Scene.muster().queries()).signIn(person)) {
            assertThat(console.go(path)).isEqualTo(403);
            assertThat(console.heading()).isEqualTo("You can’t see this page");
            console.go("/");
            Locator signOut = console.page().locator("form[action='/sign-out']");
            Response answer = console.page()
                    .waitForResponse(
                            response -> response.request().method().equals("POST"),
                            () -> signOut.evaluate(SEND_ANOTHER_FORM, Map.of("path", path, "fields", fields)));
            assertThat(answer.status()).isEqualTo(403);
            console.page().waitForURL(url -> url.endsWith(path));
            assertThat(console.heading()).isEqualTo("You can’t see this page");
            console.isInOrder();
        }
        nobodyDidAnythingAboutTheUntouched();
    }

    @Test
    void whoMayNotPassAConcernOnIsNotOfferedTo() {
        try (Console officer = Console.of(Scene.muster().queries()).signIn("M. Gablefield")) {
            officer.go(UNTOUCHED);
            assertThat(officer.link("Record a home visit").count()).isOne();
            assertThat(officer.link("Pass a concern on").count()).isZero();
        }
    }

    private static void fillIn(Console console, Map<String, String> fields) {
        fields.forEach((label, value) -> {
            Locator field = console.field(label);
            switch (String.valueOf(field.evaluate("field => field.type"))) {
                case "radio" -> field.check();
                case "select-one" -> field.selectOption(value);
                default -> field.fill(value);
            }
        });
    }

    private static Object whatStandsIn(Locator field) {
        return field.evaluate("field => field.type === 'radio' && !field.checked ? '' : field.value");
    }

    private static void isSaidFirstAndBesideItsField(Console console, String field) {
        console.page().locator(".govuk-error-summary").waitFor();
        assertThat(console.page().title()).startsWith("Error: ");
        assertThat(console.page().locator("main h1, main h2").first().innerText())
                .isEqualTo("There is a problem");
        assertThat(console.page().locator(".govuk-error-summary li").count()).isOne();
        console.page().locator(".govuk-error-summary a[href='#" + field + "']").click();
        assertThat(console.page().locator("#" + field).evaluate("field => field === document.activeElement"))
                .isEqualTo(true);
        assertThat(console.page().locator("#" + field + "-fault").isVisible()).isTrue();
        console.isInOrder();
    }

    private static List<JsonNode> items(String child, String kinds) {
        return Scene.client("head")
                .get(child + "/chronology?kinds=" + kinds)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    /** Tasks are there before anybody decides about them, with a reason. */
    private static List<JsonNode> doneByPeople(List<JsonNode> items) {
        return items.stream()
                .filter(item -> !item.get("kind").asString().equals("TASK")
                        || item.at("/data/reason").isString())
                .toList();
    }

    private static String taskOfTheUntouched() {
        return items(UNTOUCHED, "TASK").getFirst().at("/data/taskId").asString();
    }

    /** Read once something that was recorded after it can be read. */
    private static void nobodyDidAnythingAboutTheUntouched() {
        Client head = Scene.client("head");
        Client.Reply later = head.post(LATER + "/contact-attempts", """
                {"at":"2026-09-07T13:30:00+01:00","channel":"PHONE","outcome":"NO_ANSWER","author":%s}
                """.formatted(Bodies.OKAFOR));
        assertThat(later.status()).as(later.toString()).isEqualTo(201);
        List<JsonNode> items = head.get(
                        UNTOUCHED + "/chronology?kinds=HOME_VISIT,DECISION,ESCALATION,AMENDMENT,TASK", later)
                .json()
                .get("items")
                .valueStream()
                .toList();
        assertThat(items).as("its tasks").isNotEmpty();
        assertThat(doneByPeople(items)).isEmpty();
    }
}
