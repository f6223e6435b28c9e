package uk.muster.query.console.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.Browser;
import uk.muster.query.testing.FakeCommands.Reply;
import uk.muster.query.testing.FakeCommands.Sent;
import uk.muster.query.testing.TestProfile;

/** The form for a contact attempt: what it sends, and what it shows when that is refused. */
class AttemptFormTest {

    private static final TestService SERVICE = TestService.shared();
    private static final Pattern KEY = Pattern.compile("name=\"form-key\" value=\"([^\"]+)\"");
    private static final String CHILD = "/schools/170121/pupils/p1";
    private static final String FORM = CHILD + "/contact-attempts";

    private final Browser browser = SERVICE.signedIn(Role.SAFEGUARDING_LEAD, "170121");

    @BeforeAll
    static void record() {
        SERVICE.ledger.openSchool(new Urn(170121), TestProfile.JSON);
        SERVICE.ledger.admit(new Urn(170121), "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
    }

    @BeforeEach
    void forgetWhatOthersSent() {
        SERVICE.commands().sent();
    }

    private HttpResponse<String> send(HttpResponse<String> page, String at) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("form-key", key(page));
        fields.put("contactId", "");
        fields.put("channel", "PHONE");
        fields.put("outcome", "NO_ANSWER");
        fields.put("at", at);
        fields.put("note", "Rang <twice>.");
        return browser.post(page, FORM, fields);
    }

    private static String key(HttpResponse<String> page) {
        Matcher key = KEY.matcher(page.body());
        assertThat(key.find()).as(page.body()).isTrue();
        return key.group(1);
    }

    @Test
    void whatIsFilledInIsSentWithThePersonAsAuthorAndTheChildsPageFollows() {
        HttpResponse<String> after = send(browser.get(FORM), "2026-10-23T09:41");
        Sent sent = SERVICE.commands().sent().getFirst();
        assertThat(sent.path()).isEqualTo("/api/v1" + FORM);
        assertThat(sent.body())
                .hasToString(
                        "{\"at\":\"2026-10-23T08:41:00.000000Z\",\"channel\":\"PHONE\",\"outcome\":\"NO_ANSWER\",\"note\":\"Rang <twice>.\","
                                + "\"author\":{\"id\":\"s-safeguarding-lead\",\"name\":\"Kit Invented\",\"position\":\"Keeper of registers\"}}");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.uri().getPath()).isEqualTo(CHILD);
        assertThat(after.body()).contains("The contact attempt is in the child’s chronology.");
        assertThat(browser.get(CHILD).body()).doesNotContain("is in the child’s chronology");
    }

    @Test
    void sentTwiceItIsTheSameRequestTwice() {
        HttpResponse<String> page = browser.get(FORM);
        send(page, "2026-10-23T09:41");
        send(page, "2026-10-23T09:41");
        assertThat(SERVICE.commands().sent())
                .hasSize(2)
                .allSatisfy(sent -> assertThat(sent.key()).isEqualTo(key(page)));
    }

    @Test
    void aRefusalStandsBesideItsFieldAndNothingThatWasFilledInIsLost() {
        SERVICE.commands().answer(new Reply(422, """
                {"type":"/problems/invalid","title":"The request breaks a rule","status":422,"detail":"See errors.",
                 "errors":[{"pointer":"/at","message":"The future is not known yet."}]}
                """, ""));
        HttpResponse<String> page = browser.get(FORM);
        HttpResponse<String> again = send(page, "2026-10-23T19:41");
        assertThat(again.body())
                .contains("<a href=\"#at\">The future is not known yet.</a>", "id=\"at-fault\"")
                .contains("value=\"2026-10-23T19:41\"", "Rang &lt;twice&gt;.")
                .contains("Error: Record a contact attempt");
        assertThat(key(again)).isNotEqualTo(key(page));
    }

    @Test
    void aTimeThatIsNoneIsNotSent() {
        assertThat(send(browser.get(FORM), "yesterday").body()).contains("Say on which day and at what time it was.");
        assertThat(SERVICE.commands().sent()).isEmpty();
    }

    @Test
    void whenRecordingIsAwayTheFormSaysSo() {
        SERVICE.commands().answer(new Reply(0, "", ""));
        HttpResponse<String> page = browser.get(FORM);
        HttpResponse<String> again = send(page, "2026-10-23T09:41");
        assertThat(again.body()).contains("it may be recorded or not");
        assertThat(key(again)).isEqualTo(key(page));
    }
}
