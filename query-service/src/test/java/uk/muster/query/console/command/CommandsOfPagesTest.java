package uk.muster.query.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.muster.http.identity.Role;
import uk.muster.query.TestService;
import uk.muster.query.testing.Browser;
import uk.muster.query.testing.FakeCommands.Reply;
import uk.muster.query.testing.FakeCommands.Sent;

/** What is filled in on a page goes to command-service in the person's name, and what comes of it comes back. */
class CommandsOfPagesTest {

    private static final TestService SERVICE = TestService.shared();
    private static final String PAGE = "/sample/schools/170111";
    private static final String KEY = "7c9f1d2e-0000-4000-8000-000000000001";

    private final Browser browser = SERVICE.signedIn(Role.HEAD, "170111");

    @BeforeEach
    void forgetWhatOthersSent() {
        SERVICE.commands().sent();
    }

    private String send() {
        return browser.post(browser.get(PAGE), PAGE, Map.of("channel", " PHONE ", Form.KEY, KEY))
                .body();
    }

    @Test
    void aFormGoesOnWithThePersonsOwnTokenUnderItsKey() {
        assertThat(send()).isEqualTo("recorded 11111111-2222-4333-8444-555555555555");
        Sent sent = SERVICE.commands().sent().getFirst();
        assertThat(sent.path()).isEqualTo("/api/v1/schools/170111/samples");
        assertThat(sent.key()).isEqualTo(KEY);
        assertThat(sent.body().get("channel").asString()).isEqualTo("PHONE");
        assertThat(SERVICE.getWithBearer(sent.token(), "/api/v1/schools/170111/tasks")
                        .status())
                .as("the API takes it too; this school is not there")
                .isEqualTo(404);
    }

    @Test
    void faultsComeBackBesideTheirFieldsAndThoseOfNoFieldFirst() {
        SERVICE.commands().answer(new Reply(422, """
                {"type":"/problems/invalid","title":"The request breaks a rule","status":422,"detail":"See errors.","errors":[
                 {"pointer":"/from/date","message":"A school day is wanted."},{"pointer":"/channel","message":"One of PHONE, SMS."},
                 {"pointer":"/author","message":"An author is wanted."}]}
                """, ""));
        assertThat(send())
                .isEqualTo("refused "
                        + List.of(
                                new FormFault(null, "An author is wanted."),
                                new FormFault("channel", "One of PHONE, SMS."),
                                new FormFault("from", "A school day is wanted.")));
    }

    @Test
    void aRefusalOfTheWholeIsAFaultOfTheForm() {
        SERVICE.commands()
                .answer(new Reply(
                        409,
                        "{\"type\":\"/problems/conflict\",\"title\":\"This contradicts what is recorded\",\"detail\":\"It was decided before.\"}",
                        ""));
        assertThat(send()).contains("field=null, message=This contradicts what is recorded. It was decided before.");
    }

    @Test
    void whenNoAnswerComesTheFormKeepsItsKey() {
        SERVICE.commands().answer(new Reply(0, "", ""));
        assertThat(send()).isEqualTo("unanswered true");
    }

    @Test
    void theNextPageWaitsForWhatWasRecordedAndSaysWhenItIsBehind() {
        SERVICE.commands().answer(new Reply(201, "{}", "1023.1"));
        send();
        assertThat(browser.get(PAGE).body()).contains(", behind");
    }
}
