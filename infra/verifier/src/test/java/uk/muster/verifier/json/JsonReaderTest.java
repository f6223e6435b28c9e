package uk.muster.verifier.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonReaderTest {

    private static Json read(String text) throws MalformedJsonException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new JsonReader().read(bytes, 0, bytes.length);
    }

    private static byte[] name(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " [ 1 , -0.5e+3 , 0 ] ",
                "\"\"",
                "true",
                "false",
                "null",
                "{\"a\":{\"b\":[{}]}}",
                "1E9",
                "\"\\u00e9\\ud83d\\ude00\\n\\/\"",
                "\"é😀\"",
                "\r\n\t{\"a\" :\t1}\n"
            })
    void readsWhatIsJson(String text) throws MalformedJsonException {
        assertThat(read(text).after(0)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "01",
                "-",
                "1.",
                ".5",
                "1e",
                "+1",
                "tru",
                "nul",
                "NaN",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\ud83d\"",
                "\"\\ude00\"",
                "\"\\ud83dx\"",
                "\"a\tb\"",
                "{} {}",
                "1 2",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "[1}",
                "{\"a\":1]"
            })
    void refusesWhatIsNot(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedJsonException.class);
    }

    @ParameterizedTest
    @CsvSource({"80", "c0af", "c3", "e08080", "eda080", "f4908080", "f8", "e282"})
    void refusesWhatIsNotUtf8(String hex) {
        byte[] inside = HexFormat.of().parseHex("22" + hex + "22");

        assertThatThrownBy(() -> new JsonReader().read(inside, 0, inside.length))
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void refusesANameThatComesTwiceAmongMany() {
        String names = String.join(
                ",",
                IntStream.range(0, 100).mapToObj(i -> "\"n" + i + "\":" + i).toList());

        assertThatThrownBy(() -> read("{" + names + ",\"n99\":0}")).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void findsFieldsWhateverTheirOrderAndHoweverTheyAreWritten() throws MalformedJsonException {
        Json json = read("{\"first\":[1,{\"x\":2}],\"s\\u0065cond\" : \"\\u0041\"}");

        assertThat(json.text(json.field(0, name("second")))).isEqualTo("A");
        assertThat(json.size(json.field(0, name("first")))).isEqualTo(2);
        assertThat(json.field(0, name("x"))).isEqualTo(Json.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"b\":[true,null]} | { \"b\" : [ true, null ], \"a\" : 1 } | true",
                "\"\\u00e9\" | \"é\" | true",
                "{\"a\":1} | {\"a\":2} | false",
                "{\"a\":1} | {\"a\":1,\"b\":1} | false",
                "[1,2] | [2,1] | false",
                "1 | 1.0 | false",
                "\"1\" | 1 | false"
            })
    void knowsWhatMeansTheSame(String one, String other, boolean same) throws MalformedJsonException {
        assertThat(read(one).same(0, read(other), 0)).isEqualTo(same);
    }

    @Test
    void wholeNumbersAreWrittenPlainly() throws MalformedJsonException {
        assertThat(read("9223372036854775807").wholeNumber(0)).isEqualTo(Long.MAX_VALUE);
        for (String other : new String[] {"9223372036854775808", "-1", "1.0", "1e2", "\"1\"", "99999999999999999999"}) {
            assertThatThrownBy(() -> read(other).wholeNumber(0)).isInstanceOf(MalformedJsonException.class);
        }
    }

    @Property
    void textsComeBackAsTheyWereWritten(@ForAll String text) throws MalformedJsonException {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        Json json = read(JsonMapper.shared().writeValueAsString(whole));

        assertThat(json.text(0)).isEqualTo(whole);
        assertThat(new String(json.compact(0), StandardCharsets.UTF_8))
                .isEqualTo(JsonMapper.shared().writeValueAsString(whole));
    }

    @Property
    void whiteSpaceOutsideOfStringsSaysNothing(@ForAll String text, @ForAll int number) throws MalformedJsonException {
        var tree = JsonMapper.shared().createObjectNode().put("text", text).put("number", number);
        tree.putArray("list").add(number).add(text).addObject();

        assertThat(new String(read(tree.toPrettyString()).compact(0), StandardCharsets.UTF_8))
                .isEqualTo(tree.toString());
    }
}
