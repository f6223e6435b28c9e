package uk.muster.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;

class BodyTest {

    private static Body body(String json) {
        return Body.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** The problem of reading that way, with status and faults. */
    private static Problem refusal(String json, Consumer<Fields> reader) {
        Body body = body(json);
        reader.accept(body);
        return catchThrowableOfType(ProblemException.class, body::done).problem();
    }

    private static List<String> pointers(Problem problem) {
        return problem.errors().stream().map(Fault::pointer).toList();
    }

    @Test
    void values_are_read_as_they_were_sent() {
        Body body = body("""
                {'reason':'Line one\\nline two','when':'2026-09-07T08:45:00.1234567+01:00','on':'2026-09-07','minutes':0,
                 'session':'PM','told':true,'author':{'id':'t-1','name':'R. Okafor','position':'Head'},
                 'urn':'100001','contact':'c.1','flags':['PM','AM','PM'],'unknown':{'to':'us'}}
                """);

        assertThat(body.text("reason", 1, 1000)).isEqualTo("Line one\nline two");
        assertThat(body.instant("when")).isEqualTo(Instant.parse("2026-09-07T07:45:00.123456Z"));
        assertThat(body.date("on")).isEqualTo(LocalDate.of(2026, 9, 7));
        assertThat(body.integer("minutes", 0, 360)).isZero();
        assertThat(body.enumOf("session", SessionHalf.class)).isEqualTo(SessionHalf.PM);
        assertThat(body.bool("told")).isTrue();
        assertThat(body.person("author")).isEqualTo(new Person("t-1", "R. Okafor", "Head"));
        assertThat(body.urn("urn")).isEqualTo(new Urn(100001));
        assertThat(body.contactId("contact")).isEqualTo(new ContactId("c.1"));
        assertThat(body.enums("flags", SessionHalf.class)).containsExactly(SessionHalf.AM, SessionHalf.PM);
        body.done();
    }

    @Test
    void what_is_optional_may_be_absent_or_null_or_blank() {
        Body body = body("{'b':null,'c':' \\u00a0\\u200b\\n'}");

        for (String name : List.of("a", "b", "c")) {
            assertThat(body.optionalText(name, 1, 5)).isEmpty();
            assertThat(body.optionalLine(name, 1, 5)).isEmpty();
            assertThat(body.optionalDate(name)).isEmpty();
            assertThat(body.optionalInstant(name)).isEmpty();
            assertThat(body.optionalEnum(name, SessionHalf.class)).isEmpty();
        }
        for (String name : List.of("a", "b")) {
            assertThat(body.optionalInteger(name, 0, 5)).isEqualTo(OptionalInt.empty());
            assertThat(body.optionalPerson(name)).isEqualTo(Optional.empty());
            assertThat(body.optionalTree(name)).isEqualTo(Optional.empty());
            assertThat(body.optionalList(name, 5, item -> item.date("on"))).isEmpty();
        }
        body.done();
    }

    @Test
    void what_is_required_and_missing_is_invalid() {
        Problem problem = refusal("{'b':null,'c':'  '}", body -> {
            body.text("a", 1, 5);
            body.text("b", 1, 5);
            body.text("c", 1, 5);
            body.date("d");
            body.integer("e", 0, 5);
            body.bool("f");
            body.person("g");
            body.list("h", 0, 5, item -> item.date("on"));
            body.enums("i", SessionHalf.class);
            body.urn("j");
        });

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.type()).isEqualTo("/problems/invalid");
        assertThat(pointers(problem)).containsExactly("/a", "/b", "/c", "/d", "/e", "/f", "/g", "/h", "/i", "/j");
        assertThat(problem.errors()).extracting(Fault::message).containsOnly("This is required.");
    }

    @Test
    void wrong_json_types_are_malformed() {
        Problem problem = refusal("{'a':1,'b':'1','c':'true','d':[],'e':{},'f':[1],'g':true,'h':['x',2]}", body -> {
            body.text("a", 1, 5);
            body.integer("b", 0, 5);
            body.bool("c");
            body.object("d", at -> at.date("on"));
            body.list("e", 0, 5, item -> item.date("on"));
            body.list("f", 0, 5, item -> item.date("on"));
            body.optionalTree("g");
            body.enums("h", SessionHalf.class);
        });

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.type()).isEqualTo("/problems/malformed");
        assertThat(pointers(problem)).containsExactly("/a", "/b", "/c", "/d", "/e", "/f/0", "/g", "/h/0", "/h/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "361", "1.5", "1e9", "99999999999999999999999"})
    void a_number_out_of_range_or_with_a_fraction_is_invalid(String number) {
        Problem problem = refusal("{'minutesLate':" + number + "}", body -> body.integer("minutesLate", 0, 360));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .containsExactly(new Fault("/minutesLate", "This must be a whole number from 0 to 360."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-9-7", "07/09/2026", "+12026-09-07", "2026-09-07T00:00"})
    void a_date_that_the_calendar_does_not_have_is_invalid(String date) {
        assertThat(refusal("{'on':'" + date + "'}", body -> body.date("on")).errors())
                .containsExactly(new Fault("/on", "This must be a date such as 2026-09-07."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-07T08:45:00",
                "2026-09-07",
                "08:45:00Z",
                "2026-09-07T25:00:00Z",
                "-2026-09-07T08:45:00Z",
                "+999999999-09-07T08:45:00Z"
            })
    void an_instant_without_offset_or_out_of_range_is_invalid(String instant) {
        assertThat(refusal("{'at':'" + instant + "'}", body -> body.instant("at"))
                        .errors())
                .singleElement()
                .extracting(Fault::pointer)
                .isEqualTo("/at");
    }

    @Test
    void a_choice_names_what_can_be_chosen() {
        assertThat(refusal("{'session':'am'}", body -> body.enumOf("session", SessionHalf.class))
                        .errors())
                .containsExactly(new Fault("/session", "This must be one of AM, PM."));
    }

    @Test
    void characters_beyond_the_basic_plane_count_as_one() {
        assertThat(body("{'a':'😀😀😀'}").text("a", 1, 3)).hasSize(6);
        assertThat(refusal("{'a':'😀😀😀😀'}", body -> body.text("a", 1, 3)).status())
                .isEqualTo(422);
        assertThat(refusal("{'a':'😀'}", body -> body.text("a", 2, 3)).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000x", "x\\u0007", "x\\u009b", "\\ud800x", "x\\udc00"})
    void no_text_holds_control_characters_or_half_surrogates(String text) {
        assertThat(refusal("{'a':'" + text + "'}", body -> body.text("a", 1, 10))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_line_has_no_line_break() {
        assertThat(refusal("{'a':'x\\ny'}", body -> body.line("a", 1, 10)).status())
                .isEqualTo(422);
    }

    @Test
    void pointers_escape_what_pointers_are_made_of() {
        assertThat(pointers(refusal("{}", body -> body.date("a/b~c")))).containsExactly("/a~1b~0c");
    }

    @Test
    void pointers_lead_through_objects_and_lists() {
        Problem problem = refusal(
                "{'terms':[{'from':{'date':'2026-09-07','session':'AM'}},{'from':{'date':'x'}}]}",
                body -> body.list("terms", 1, 6, term -> term.object("from", BodyTest::session)));

        assertThat(pointers(problem)).containsExactly("/terms/1/from/date", "/terms/1/from/session");
    }

    private static SessionKey session(Fields fields) {
        return new SessionKey(fields.date("date"), fields.enumOf("session", SessionHalf.class));
    }

    @Test
    void a_list_too_long_is_one_fault_and_is_not_looked_into() {
        Problem problem = refusal("{'marks':[{},{},{}]}", body -> body.list("marks", 0, 2, mark -> mark.date("on")));

        assertThat(problem.errors()).containsExactly(new Fault("/marks", "This must be an array of 0 to 2 items."));
    }

    @Test
    void faults_of_the_domain_stand_beside_the_others() {
        Problem problem = refusal("{'marks':[{'code':'/'},{'code':'/'}]}", body -> {
            body.list("marks", 0, 5, mark -> {
                mark.fault("code", "This pupil is named twice.");
                return mark.line("code", 1, 2);
            });
            body.fault("The register is closed.");
        });

        assertThat(problem.status()).isEqualTo(422);
        assertThat(pointers(problem)).containsExactly("/marks/0/code", "/marks/1/code", "");
    }

    record Strict(LocalDate from, LocalDate to) {
        Strict {
            Objects.requireNonNull(from);
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("reversed");
            }
        }

        static Strict from(Fields fields) {
            return new Strict(fields.date("from"), fields.date("to"));
        }
    }

    @Test
    void a_constructor_fed_with_a_fault_may_throw_and_all_faults_are_told() {
        Body body = body("{'from':'x'}");

        Problem problem = catchThrowableOfType(ProblemException.class, () -> body.read(Strict::from))
                .problem();

        assertThat(pointers(problem)).containsExactly("/from", "/to");
    }

    @Test
    void a_constructor_that_throws_without_a_fault_is_not_hushed() {
        Body body = body("{'from':'2026-09-07','to':'2026-09-06'}");

        assertThatThrownBy(() -> body.read(Strict::from))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reversed");
    }

    @Test
    void an_item_at_fault_is_left_out_of_the_list() {
        Body body = body("{'all':[{'from':'2026-09-07','to':'2026-09-08'},{'from':'x'}]}");

        assertThat(body.list("all", 0, 5, Strict::from)).hasSize(1);
        assertThatThrownBy(body::done).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "80.00, 80", "62.5, 62.50", "62.50, 62.50", "0, 0", "1e3, 1000", "1000000, 1000000"})
    void pounds_are_whole_or_have_their_pence(String sent, String read) {
        Body body = body("{'amount':" + sent + "}");
        assertThat(body.optionalPounds("amount").map(BigDecimal::toPlainString)).contains(read);
        body.done();
    }

    @ParameterizedTest
    @CsvSource({"-1, 422", "80.005, 422", "1000000.01, 422", "1e400, 422", "true, 400"})
    void an_amount_that_nobody_pays_is_a_fault(String sent, int status) {
        assertThat(refusal("{'amount':" + sent + "}", body -> body.optionalPounds("amount"))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void an_answer_may_be_left_out() {
        Body body = body("{'a':true,'b':3,'c':'Since May.','d':null}");
        assertThat(List.of(
                        body.optionalAnswer("a", 20),
                        body.optionalAnswer("b", 20),
                        body.optionalAnswer("c", 20),
                        body.optionalAnswer("d", 20),
                        body.optionalAnswer("e", 20)))
                .containsExactly(
                        Optional.of("true"),
                        Optional.of("3"),
                        Optional.of("Since May."),
                        Optional.empty(),
                        Optional.empty());
        body.done();
    }

    @Test
    void lines_are_named_one_by_one_where_they_are_at_fault() {
        assertThat(body("{'blocks':['one','two']}").lines("blocks", 0, 5, 10)).containsExactly("one", "two");
        assertThat(pointers(
                        refusal("{'blocks':['one',' ','much too long',3]}", body -> body.lines("blocks", 0, 5, 10))))
                .containsExactly("/blocks/1", "/blocks/2", "/blocks/3");
        assertThat(pointers(refusal("{}", body -> body.lines("blocks", 0, 5, 10))))
                .containsExactly("/blocks");
    }

    @Test
    void a_urn_may_be_a_number() {
        assertThat(body("{'urn':100001}").urn("urn")).isEqualTo(new Urn(100001));
        assertThat(refusal("{'urn':99}", body -> body.urn("urn")).status()).isEqualTo(422);
    }

    @Test
    void an_answer_never_repeats_what_was_sent() {
        Problem problem = refusal("{'upn':'Amelia','on':'Amelia','s':'Amelia','n':'Amelia','t':'Amelia'}", body -> {
            body.upn("upn");
            body.date("on");
            body.enumOf("s", SessionHalf.class);
            body.integer("n", 0, 1);
            body.text("t", 1, 2);
        });

        assertThat(problem.errors()).hasSize(5);
        assertThat(problem.toString()).doesNotContain("Amelia");
    }

    @Test
    void unreadable_json_is_told_without_its_content() {
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> body("{'name':'Amelia','name':'Amelia'}"));

        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().toString()).doesNotContain("Amelia");
    }

    @Test
    void more_values_than_any_honest_body_has_are_too_large() {
        String many = "{'a':[" + "1,".repeat(200_000) + "1]}";

        assertThat(catchThrowableOfType(ProblemException.class, () -> body(many))
                        .problem()
                        .status())
                .isEqualTo(413);
    }

    @Test
    void the_bytes_are_kept_as_they_came() {
        byte[] sent = "{ \"a\" : 1 }".getBytes(StandardCharsets.UTF_8);

        assertThat(Body.parse(sent).bytes()).isEqualTo(sent);
    }
}
