package uk.muster.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.ProblemException;

class BodyPropertiesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Property(tries = 500)
    void any_bytes_are_read_or_refused_as_malformed_or_too_large(@ForAll @Size(max = 200) byte[] bytes) {
        try {
            assertThat(Body.parse(bytes).bytes()).isSameAs(bytes);
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isIn(400, 413);
        }
    }

    @Property(tries = 500)
    void any_value_is_read_or_refused_and_never_repeated(@ForAll("values") Object value) {
        Body body = Body.parse(JSON.writeValueAsBytes(Map.of("field", value)));
        body.optionalText("field", 1, 5);
        body.optionalInteger("field", 0, 5);
        body.optionalDate("field");
        body.optionalInstant("field");
        body.optionalPerson("field");
        body.optionalList("field", 2, item -> item.date("on"));
        try {
            body.done();
            assertThat(value).as("no value is of all these types").isEqualTo("blank");
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isIn(400, 422);
            assertThat(e.problem().errors())
                    .extracting(Fault::pointer)
                    .allMatch(pointer -> pointer.startsWith("/field"));
        }
    }

    @Property(tries = 200)
    void each_faulty_mark_and_no_other_is_pointed_at(@ForAll @Size(max = 40) List<Boolean> good) {
        StringBuilder json = new StringBuilder("{\"marks\":[");
        for (boolean each : good) {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
                    .append(each ? "{\"code\":\"/\"}" : "{\"code\":\"\"}");
        }
        Body body = Body.parse(json.append("]}").toString().getBytes(StandardCharsets.UTF_8));

        List<String> codes = body.list("marks", 0, 40, mark -> mark.line("code", 1, 2));

        List<String> wanted = IntStream.range(0, good.size())
                .filter(i -> !good.get(i))
                .mapToObj(i -> "/marks/" + i + "/code")
                .toList();
        assertThat(codes).hasSize(good.size() - wanted.size());
        assertThat(pointers(body)).isEqualTo(wanted);
    }

    @Property
    void a_whole_number_is_taken_exactly_when_it_is_in_range(
            @ForAll int number, @ForAll @IntRange(max = 1000) int max) {
        Body body = Body.parse(("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8));

        body.integer("n", 0, max);

        assertThat(pointers(body).isEmpty()).isEqualTo(number >= 0 && number <= max);
    }

    private static List<String> pointers(Body body) {
        try {
            body.done();
            return List.of();
        } catch (ProblemException e) {
            return e.problem().errors().stream().map(Fault::pointer).toList();
        }
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30).map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.bigIntegers().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.strings().list().ofMaxSize(4).map(Object.class::cast),
                Arbitraries.maps(Arbitraries.of("id", "name", "on"), Arbitraries.strings())
                        .map(Object.class::cast));
    }
}
