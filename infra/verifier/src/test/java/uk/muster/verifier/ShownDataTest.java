package uk.muster.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.kernel.identity.Urn;

/** What a line shows beside what was hashed can't say anything else. */
class ShownDataTest {

    private static final List<String> LINES =
            TestExport.of(10, new Urn(900_001)).lines("");
    private static final int REGISTER = 3;
    private static final int AMENDMENT = 4;
    private static final int CALL = 5;

    private static Verdict with(int line, String text) {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(line, text);
        return TestExport.check(lines, null);
    }

    @Test
    void theFixtureIsWhatItIsTakenFor() {
        assertThat(LINES.get(REGISTER)).contains("register-taken.v1");
        assertThat(LINES.get(AMENDMENT)).contains("mark-amended.v1");
        assertThat(LINES.get(CALL)).contains("contact-attempted.v1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "4 ~ \"originalCode\":\"N\",\"amendedCode\":\"I\" ~ \"originalCode\":\"I\",\"amendedCode\":\"N\"",
                "4 ~ \"afterWindow\":false ~ \"afterWindow\":true",
                "4 ~ \"reason\":\"Parent rang: ~ \"reason\":\"Parent sang:",
                "4 ~ \"reason\":\"Parent rang: \\\"a cold\\\"\" ~ \"reason\":\"erased\"",
                "4 ~ Zoë Lind ~ Zoe Lind",
                "4 ~ \"pupilId\":\"p2\" ~ \"pupilId\":\"p1\"",
                "4 ~ 09:10:01.870000Z ~ 09:10:01.870001Z",
                "4 ~ \"date\":\"2026-09-07\",\"session\" ~ \"date\":\"2026-09-08\",\"session\"",
                "4 ~ \"session\":\"AM\" ~ \"session\":\"PM\"",
                "4 ~ \"group\":\"3A\" ~ \"group\":\"3B\"",
                "4 ~ \"afterWindow\":false ~ \"afterWindow\":false,\"approver\":\"erased\"",
                "4 ~ ,\"afterWindow\":false ~ ''",
                "3 ~ {\"pupilId\":\"p0\",\"code\":\"/\"} ~ {\"pupilId\":\"p0\",\"code\":\"N\"}",
                "3 ~ {\"pupilId\":\"p0\",\"code\":\"/\"}, ~ ''",
                "3 ~ {\"pupilId\":\"p0\",\"code\":\"/\"} ~ {\"pupilId\":\"p1\",\"code\":\"/\"}",
                "3 ~ {\"pupilId\":\"p0\",\"code\":\"/\"} ~ {\"pupilId\":\"erased\",\"code\":\"/\"}",
                "3 ~ \"minutesLate\":12 ~ \"minutesLate\":2",
                "3 ~ ,\"minutesLate\":12 ~ ''",
                "3 ~ \"marks\":[ ~ \"marks\":[{\"pupilId\":\"p0\",\"code\":\"/\"},",
                "5 ~ \"outcome\":\"SPOKE\" ~ \"outcome\":\"NO_ANSWER\"",
                "5 ~ \"note\":\"erased\" ~ \"note\":\"Nobody home\"",
                "5 ~ ,\"note\":\"erased\" ~ ''"
            })
    void aValueThatDoesNotFollowIsFound(int line, String is, String said) {
        assertThat(LINES.get(line)).contains(is);

        Verdict verdict = with(line, LINES.get(line).replace(is, said));

        assertThat(verdict).isInstanceOf(Verdict.Wrong.class);
        assertThat(((Verdict.Wrong) verdict).position()).hasValue(line + 1L);
    }

    @Test
    void aValueThatNoHashCoversIsFound() {
        assertThat(with(CALL, LINES.get(CALL).replace("{\"specversion\"", "{\"remark\":1,\"specversion\"")))
                .isInstanceOf(Verdict.Wrong.class);
        assertThat(with(
                        CALL,
                        LINES.get(CALL)
                                .replace(
                                        "\"proofs\":\"",
                                        "\"proofs\":\"" + "A".repeat(43) + "." + "A".repeat(22) + " ")))
                .isInstanceOf(Verdict.Wrong.class);
    }

    @Test
    void orderOfNamesAndWhiteSpaceSayNothing() {
        List<String> lines = LINES.stream().map(ShownDataTest::reordered).toList();

        assertThat(TestExport.check(lines, null)).isInstanceOf(Verdict.Holds.class);
    }

    /** The names of the line and of its data the other way round, with white space between. */
    private static String reordered(String line) {
        ObjectNode read = (ObjectNode) JsonMapper.shared().readTree(line);
        if (read.has("data")) {
            read.set("data", turned((ObjectNode) read.get("data")));
        }
        return turned(read).toPrettyString().replace("\r", "").replace("\n", " \t") + "\r";
    }

    private static ObjectNode turned(ObjectNode object) {
        ObjectNode turned = JsonMapper.shared().createObjectNode();
        object.propertyStream().toList().reversed().forEach(each -> turned.set(each.getKey(), each.getValue()));
        return turned;
    }

    @Test
    void anUnknownTypeIsAFault() {
        assertThat(DataRule.parse("# nothing\n").types()).isEmpty();
        assertThat(DataRule.published().of("register-forgotten.v9")).isNull();
    }

    @Test
    void instantsHaveSixDecimals() throws Fault {
        assertThat(text(Instants.print(1_788_768_123_000_045L))).isEqualTo("2026-09-07T08:02:03.000045Z");
        assertThat(text(Instants.withSixDecimals(Bytes.ascii("2026-09-07T08:02:03Z"))))
                .isEqualTo("2026-09-07T08:02:03.000000Z");
        assertThat(text(Instants.withSixDecimals(Bytes.ascii("2026-09-07T08:02:03.123456789Z"))))
                .isEqualTo("2026-09-07T08:02:03.123456Z");
    }

    private static String text(byte[] ascii) {
        return new String(ascii, StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({"AB==", "AA=", "AA", "A", "AA==AA==", "A A=", "AAAA="})
    void base64IsWrittenInOneWay(String text) {
        assertThat(catchThrowable(() -> Bytes.base64(Bytes.ascii(text)))).isInstanceOf(Fault.class);
    }

    @Test
    void base64IsRead() throws Fault {
        assertThat(HexFormat.of().formatHex(Bytes.base64(Bytes.ascii("AQ==")))).isEqualTo("01");
        assertThat(HexFormat.of().formatHex(Bytes.base64Url(Bytes.ascii("-_8"))))
                .isEqualTo("fbff");
    }
}
