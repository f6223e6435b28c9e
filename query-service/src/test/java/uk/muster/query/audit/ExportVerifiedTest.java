package uk.muster.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.KeyFinder;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.query.testing.MemoryCheckpoints;
import uk.muster.query.testing.MemoryKeys;
import uk.muster.query.testing.MemoryLedger;
import uk.muster.query.testing.TestLedger;
import uk.muster.verifier.DataRule;
import uk.muster.verifier.Verdict;
import uk.muster.verifier.Verifier;

/**
 * What is exported is what the verifier knows: a ledger with one event of each type that was ever stored, made of the samples that shared-kernel keeps, with
 * every text in them truly sealed.
 */
class ExportVerifiedTest {

    private static final Urn URN = new Urn(900_001);
    private static final Path SAMPLES = Path.of("../shared-kernel/src/test/resources/event-samples");
    private static final Pattern TOKEN = Pattern.compile("\"1\\.2s\\.([a-z-]+)-in-a-box\\.[a-z_]+\"");
    private static final List<String> NUMBERS =
            List.of("kP3nYw0uVd9-Qb1_ZxAa", "Zz8mTq4RcE7hJ2sLfGoB", "AAAAAAAAAAAAAAAAAAAA");
    /** Reads as a text and as a JSON value, with all that JSON may escape. */
    private static final String SECRET =
            "{\"name\":\"Zoë \\\"Z\\\" O'Hara / \\\\ \\u0001\\n😀\",\"list\":[1,-2,true,null]}";

    private static final TestLedger LEDGER = new TestLedger();
    private static final List<String> LINES = export(LEDGER, LEDGER.keys);

    private static List<String> types() {
        return StreamSupport.stream(EventTypes.names().spliterator(), false)
                .sorted()
                .toList();
    }

    private static List<String> export(TestLedger ledger, MemoryKeys keys) {
        if (ledger.events().isEmpty()) {
            NUMBERS.forEach(number -> ledger.admit(URN, idOf(number), "Ashworth", "3A", LocalDate.of(2026, 9, 1)));
            types().forEach(type -> ledger.record(URN + "/sample", URN, EventTypes.read(type, sample(ledger, type))));
        }
        KeyFinder finder = number ->
                Optional.ofNullable(keys.find(List.of(number)).get(number)).map(MemoryKeys.MASTER::unwrap);
        Ledger stored = new MemoryLedger(ledger);
        EventExport export = new EventExport(
                stored, new EventLines(stored, finder), new LedgerProofs(new MemoryCheckpoints(ledger)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            export.write(URN, 0, Long.MAX_VALUE, export.firstPage(URN, 0, Long.MAX_VALUE), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String idOf(String number) {
        return "p" + NUMBERS.indexOf(number);
    }

    private static byte[] sample(TestLedger ledger, String type) {
        try {
            String text = Files.readString(SAMPLES.resolve(type + ".json"));
            for (String number : NUMBERS) {
                text = text.replace(
                        number, TestLedger.numberOf(URN, idOf(number)).value());
            }
            KeySubject subject = KeySubject.ofPupil(TestLedger.numberOf(URN, "p0"));
            return TOKEN.matcher(complete(type, text))
                    .replaceAll(token ->
                            '"' + ledger.seal(subject, secret(token.group(1))).token() + '"')
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a value of what the sample leaves out, so that every field that an event may have is shown. */
    private static String complete(String type, String sample) {
        ObjectNode complete = (ObjectNode) JsonMapper.shared().readTree(sample);
        for (RecordComponent component : EventTypes.classOf(type).getRecordComponents()) {
            if (!complete.has(component.getName())) {
                complete.putPOJO(component.getName(), some(component.getType()));
            }
        }
        return complete.toString();
    }

    private static Object some(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        return switch (type.getSimpleName()) {
            case "Boolean" -> true;
            case "Integer", "Long" -> 3;
            case "String" -> "some";
            case "Instant" -> "2026-09-07T08:00:00.5Z";
            case "LocalDate" -> "2026-09-07";
            case "UUID" -> "01900000-0000-7000-8000-0000000000ff";
            case "Sealed" -> "1.2s.some-in-a-box.some_commitment";
            default -> throw new IllegalStateException("This test needs a value of " + type + ".");
        };
    }

    private static String secret(String name) {
        String salt = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16]);
        return name.equals("identity") ? JsonMapper.shared().writeValueAsString(new PupilIdentity("p0", salt)) : SECRET;
    }

    private static Verdict verdict(List<String> lines) {
        try {
            byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
            return new Verifier(DataRule.published(), null).check("export", new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** And the lines of the log of who looked, which are no events. */
    @Test
    void theVerifierKnowsEveryTypeOfEvent() {
        Set<String> known = new TreeSet<>(types());
        known.add("record-read.v1");
        assertThat(DataRule.published().types()).isEqualTo(known);
    }

    @Test
    void whatIsExportedHolds() {
        assertThat(verdict(LINES))
                .isInstanceOfSatisfying(
                        Verdict.Holds.class,
                        holds -> assertThat(holds.inWords())
                                .startsWith(LINES.size() - 1
                                        + " events hold, of school 900001, from position 1 (the first)")
                                .doesNotContain("erased"));
    }

    @Test
    void itHoldsAllTheSameWhenAPupilsKeyWasDestroyed() {
        TestLedger ledger = new TestLedger();
        export(ledger, ledger.keys);
        ledger.keys.destroy(KeySubject.ofPupil(TestLedger.numberOf(URN, "p0")));

        List<String> erased = export(ledger, ledger.keys);

        assertThat(verdict(erased))
                .isInstanceOfSatisfying(
                        Verdict.Holds.class,
                        holds -> assertThat(holds.inWords()).contains("values read erased"));
    }

    static Stream<String> everyType() {
        return types().stream();
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void noFieldThatIsShownCanSayAnythingElse(String type) {
        int line = NUMBERS.size() + types().indexOf(type);
        ObjectNode envelope = (ObjectNode) JsonMapper.shared().readTree(LINES.get(line));
        assertThat(envelope.get("type").stringValue()).isEqualTo(type);
        ObjectNode data = (ObjectNode) envelope.get("data");

        for (String field : data.propertyNames().stream().toList()) {
            for (JsonNode said : List.of(
                    JsonMapper.shared().getNodeFactory().stringNode("erased"),
                    JsonMapper.shared().getNodeFactory().numberNode(7),
                    JsonMapper.shared().createObjectNode())) {
                JsonNode is = data.get(field);
                data.set(field, said);
                assertWrong(line, envelope, field);
                data.set(field, is);
            }
        }
        data.put("remark", "erased");
        assertWrong(line, envelope, "remark");
    }

    private static void assertWrong(int line, ObjectNode envelope, String field) {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(line, envelope.toString());
        assertThat(verdict(lines))
                .as(field)
                .isInstanceOfSatisfying(
                        Verdict.Wrong.class,
                        wrong -> assertThat(wrong.position()).hasValue(line + 1L));
    }
}
