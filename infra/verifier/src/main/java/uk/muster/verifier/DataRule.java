package uk.muster.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The published rule by which what a line shows follows from what was hashed: the text file {@code data-rule.txt}. */
public final class DataRule {

    private static final String FILE = "data-rule.txt";

    private final Map<String, List<Field>> fields;

    private DataRule(Map<String, List<Field>> fields) {
        this.fields = fields;
    }

    /** The rule that this program goes by. */
    public static DataRule published() {
        return parse(text());
    }

    /** The rule as it is published. */
    public static String text() {
        try (InputStream in = Objects.requireNonNull(DataRule.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The rule is in the same jar as this class.", e);
        }
    }

    static DataRule parse(String text) {
        Map<String, List<Field>> fields = new TreeMap<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] words = line.split(" +");
            if (fields.put(words[0], Stream.of(words).skip(1).map(Field::parse).toList()) != null) {
                throw new IllegalArgumentException("The rule has " + words[0] + " twice.");
            }
        });
        return new DataRule(Collections.unmodifiableMap(fields));
    }

    /** The types of event that the rule knows, such as {@code register-taken.v1}. */
    public Set<String> types() {
        return fields.keySet();
    }

    /** What an event of a type shows; null for a type that the rule does not know. */
    @Nullable
    List<Field> of(String type) {
        return fields.get(type);
    }

    /**
     * A field of {@code data}.
     *
     * @param name its name, in UTF-8
     * @param path the names that lead to its value in the payload
     */
    @SuppressWarnings("ArrayRecordComponent") // compared with bytes of a line, never with each other
    record Field(String label, byte[] name, List<byte[]> path, Kind kind) {

        static Field parse(String word) {
            int colon = word.indexOf(':');
            Kind kind = colon < 0 ? Kind.PLAIN : Kind.of(word.substring(colon + 1));
            String[] sides = (colon < 0 ? word : word.substring(0, colon)).split("=");
            List<byte[]> path = Stream.of(sides[sides.length - 1].split("\\."))
                    .map(Bytes::ascii)
                    .toList();
            return new Field(sides[0], Bytes.ascii(sides[0]), path, kind);
        }
    }

    /** How a field follows from the payload's value. */
    enum Kind {
        PLAIN,
        INSTANT,
        SESSION,
        SESSIONS,
        MARKED,
        URN,
        DATE,
        HALF,
        GROUP,
        CLOSURE,
        WORD,
        CHANGED,
        TEXT,
        JSON,
        PUPIL,
        ENTRY,
        CORRECTED,
        MARKS;

        static Kind of(String word) {
            return Stream.of(values())
                    .filter(kind -> kind != PLAIN && kind.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("The rule has no kind " + word + "."));
        }
    }
}
