package uk.muster.command.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.command.register.RegisterCommand.AmendMark;
import uk.muster.command.register.RegisterCommand.TakeRegister;
import uk.muster.http.body.Body;
import uk.muster.http.body.Fields;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.RegisterId;

/** Bodies about registers: what is missing or has the wrong form is named, all of it at once. */
class RegisterRequestsTest {

    private static final RegisterId REGISTER = RegisterId.parse("900001/2026-09-07/AM/3A");

    @Test
    void aRegisterIsReadWithItsMarks() {
        TakeRegister command =
                read("""
                {'takenAt':'2026-09-07T08:55:00+01:00','takenBy':%s,'marks':[
                 {'pupilId':'p1','code':'/'},{'pupilId':'p2','code':'L','minutesLate':12},{'pupilId':'p3','code':'K','detail':'Tuition'}]}""".formatted(RegisterScene.OKAFOR), fields -> RegisterRequests.taking(REGISTER, fields));
        assertThat(command.takenAt()).isEqualTo("2026-09-07T07:55:00Z");
        assertThat(command.takenBy()).isEqualTo(new Person("t-114", "R. Okafor", "Class teacher"));
        assertThat(command.marks())
                .containsExactly(
                        RegisterScene.mark("p1", "/"),
                        RegisterScene.late("p2", "L", 12),
                        RegisterScene.detailed("p3", "K", "Tuition"));
    }

    @Test
    void aRegisterWithoutAnythingNamesEverythingItNeeds() {
        assertThat(taking("{}")).containsExactly("/takenAt", "/takenBy", "/marks");
        assertThat(taking("{'takenAt':'2026-09-07','takenBy':{'id':'t-1','name':' '},'marks':[]}"))
                .containsExactly("/takenAt", "/takenBy/name", "/takenBy/position", "/marks");
        assertThat(taking("{'takenAt':'2026-09-07T08:55:00Z','takenBy':%s,'marks':[{'code':'/'},{'pupilId':'p 2'}]}"
                        .formatted(RegisterScene.OKAFOR)))
                .containsExactly("/marks/0/pupilId", "/marks/1/pupilId", "/marks/1/code");
    }

    @ParameterizedTest
    @CsvSource({"-1, 422", "361, 422", "1.5, 422", "'\"12\"', 400"})
    void minutesLateAreAWholeNumberFrom0To360(String minutes, int status) {
        ProblemException e = refusal(
                "{'takenAt':'2026-09-07T08:55:00Z','takenBy':%s,'marks':[{'pupilId':'p1','code':'L','minutesLate':%s}]}"
                        .formatted(RegisterScene.OKAFOR, minutes),
                fields -> RegisterRequests.taking(REGISTER, fields));
        assertThat(e.problem().status()).isEqualTo(status);
        assertThat(pointers(e)).containsExactly("/marks/0/minutesLate");
    }

    @Test
    void aBlankDetailIsNone() {
        TakeRegister command = read(
                "{'takenAt':'2026-09-07T08:55:00Z','takenBy':%s,'marks':[{'pupilId':'p1','code':'K','detail':'  '}]}"
                        .formatted(RegisterScene.OKAFOR),
                fields -> RegisterRequests.taking(REGISTER, fields));
        assertThat(command.marks()).containsExactly(RegisterScene.mark("p1", "K"));
    }

    @Test
    void anAmendmentNeedsItsReasonAndItsAuthor() {
        assertThat(amending("{}")).containsExactly("/pupilId", "/amendedCode", "/reason", "/author");
    }

    @ParameterizedTest
    @CsvSource({"'', 422", "'  ', 422"})
    void aReasonIsNotBlank(String reason, int status) {
        ProblemException e = refusal(
                amendment().replace("Parent rang.", reason),
                fields -> RegisterRequests.amending(REGISTER, fields, false));
        assertThat(e.problem().status()).isEqualTo(status);
        assertThat(pointers(e)).containsExactly("/reason");
    }

    @Test
    void aReasonHasAtMostAThousandCharacters() {
        AmendMark command = read(
                amendment().replace("Parent rang.", "x".repeat(1_000)),
                fields -> RegisterRequests.amending(REGISTER, fields, false));
        assertThat(command.reason()).hasSize(1_000);
        assertThat(amending(amendment().replace("Parent rang.", "x".repeat(1_001))))
                .containsExactly("/reason");
    }

    @ParameterizedTest
    @CsvSource({"id", "name", "position"})
    void anAuthorIsNamedInFull(String field) {
        // KTS-29, GV-12: without the position of who amends it is refused.
        assertThat(amending(amendment().replace("'" + field + "'", "'other'"))).containsExactly("/author/" + field);
    }

    @Test
    void anApproverIsNamedInFull() {
        assertThat(amending(amendment().replace("}}", "},'approver':{'id':'h-1'}}")))
                .containsExactly("/approver/name", "/approver/position");
    }

    @Test
    void anArrivalNeedsThePupilTheTimeAndTheAuthor() {
        ProblemException e = refusal("{}", fields -> RegisterRequests.arriving(REGISTER, fields));
        assertThat(pointers(e)).containsExactly("/pupilId", "/arrivedAt", "/author");
    }

    private static String amendment() {
        return "{'pupilId':'p1','amendedCode':'I','reason':'Parent rang.','author':" + RegisterScene.OKAFOR + "}";
    }

    private static List<String> taking(String body) {
        return pointers(refusal(body, fields -> RegisterRequests.taking(REGISTER, fields)));
    }

    private static List<String> amending(String body) {
        return pointers(refusal(body, fields -> RegisterRequests.amending(REGISTER, fields, false)));
    }

    private static <T> T read(String body, Function<Fields, T> reader) {
        return Body.parse(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .read(reader);
    }

    private static ProblemException refusal(String body, Function<Fields, ?> reader) {
        return catchThrowableOfType(ProblemException.class, () -> read(body, reader));
    }

    private static List<String> pointers(ProblemException e) {
        return e.problem().errors().stream().map(Fault::pointer).toList();
    }
}
