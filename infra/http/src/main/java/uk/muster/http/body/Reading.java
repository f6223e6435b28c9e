package uk.muster.http.body;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a field of an object is looked up, checked, and its fault noted under its pointer. Everything here gives null, or empty, for a value
 * that is not there or is at fault.
 */
abstract sealed class Reading permits Fields {

    private static final int PENCE = 2;
    private static final BigDecimal MOST_POUNDS = BigDecimal.valueOf(1_000_000);

    final Faults faults;
    private final ObjectNode object;

    Reading(ObjectNode object, Faults faults) {
        this.object = object;
        this.faults = faults;
    }

    /** The JSON pointer (RFC 6901) of this object: empty for the body itself. */
    public String pointer() {
        return "";
    }

    /** The JSON pointer of a field of this object. */
    public String pointer(String name) {
        return pointer() + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The value of a field, or null when it is absent or JSON null. */
    @Nullable
    JsonNode present(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    @Nullable
    JsonNode required(String name) {
        JsonNode node = present(name);
        if (node == null) {
            missing(name);
        }
        return node;
    }

    /** The string of a field, or null when it is missing, blank or no string. */
    @Nullable
    String string(String name) {
        JsonNode node = present(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            wrongType(name, "a string");
            return null;
        }
        return Texts.isBlank(node.stringValue()) ? null : node.stringValue();
    }

    @Nullable
    String requiredString(String name) {
        int before = faults.count();
        String text = string(name);
        if (text == null && faults.count() == before) {
            missing(name);
        }
        return text;
    }

    @Nullable
    String text(String name, @Nullable String text, int min, int max, boolean lineBreaks) {
        if (text == null) {
            return null;
        }
        if (!Texts.isWithin(text, min, max)) {
            invalid(name, "a text of " + min + " to " + max + " characters");
            return null;
        }
        if (!Texts.isClean(text, lineBreaks)) {
            invalid(name, lineBreaks ? "a text without control characters" : "one line without control characters");
            return null;
        }
        return text;
    }

    <T> @Nullable T parsed(String name, @Nullable String text, String wanted, Function<String, T> parse) {
        if (text == null) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            invalid(name, wanted);
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E constant(String name, @Nullable String text, Class<E> type) {
        E constant = text == null ? null : constant(text, type);
        if (text != null && constant == null) {
            invalid(name, oneOf(type));
        }
        return constant;
    }

    static <E extends Enum<E>> @Nullable E constant(String text, Class<E> type) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static <E extends Enum<E>> String oneOf(Class<E> type) {
        return Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ", "one of ", ""));
    }

    OptionalInt inRange(String name, @Nullable JsonNode node, int min, int max) {
        if (node == null) {
            return OptionalInt.empty();
        }
        if (!node.isNumber()) {
            wrongType(name, "a whole number");
            return OptionalInt.empty();
        }
        OptionalInt number = node.intValueOpt();
        if (number.isEmpty() || number.getAsInt() < min || number.getAsInt() > max) {
            invalid(name, "a whole number from " + min + " to " + max);
            return OptionalInt.empty();
        }
        return number;
    }

    @Nullable
    ObjectNode objectNode(String name, @Nullable JsonNode node) {
        if (node == null || node instanceof ObjectNode) {
            return (ObjectNode) node;
        }
        wrongType(name, "an object");
        return null;
    }

    /** The items of an array; none when it is missing, no array, or of a length that is not allowed. */
    Collection<JsonNode> array(String name, @Nullable JsonNode node, int min, int max) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof ArrayNode array)) {
            wrongType(name, "an array");
            return List.of();
        }
        if (array.size() < min || array.size() > max) {
            invalid(name, "an array of " + min + " to " + max + " items");
            return List.of();
        }
        return array.values();
    }

    List<String> lines(String name, Collection<JsonNode> nodes, int longest) {
        List<String> lines = new ArrayList<>();
        int index = 0;
        for (JsonNode node : nodes) {
            String pointer = pointer(name) + "/" + index++;
            String line = node.isString() ? node.stringValue() : null;
            if (line == null) {
                faults.wrongType(pointer, "This must be a string.");
            } else if (Texts.isBlank(line) || !Texts.isWithin(line, 1, longest) || !Texts.isClean(line, false)) {
                faults.invalid(pointer, "This must be a line of 1 to " + longest + " characters.");
            } else {
                lines.add(line);
            }
        }
        return Collections.unmodifiableList(lines);
    }

    @Nullable
    BigDecimal pounds(String name, @Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        if (!node.isNumber()) {
            wrongType(name, "a number");
            return null;
        }
        // A number beyond what a double holds is read as infinite: it has no decimal value.
        BigDecimal pounds =
                node.decimalValueOpt().map(BigDecimal::stripTrailingZeros).orElse(null);
        if (pounds == null || pounds.signum() < 0 || pounds.scale() > PENCE || pounds.compareTo(MOST_POUNDS) > 0) {
            invalid(name, "an amount from 0 to " + MOST_POUNDS + " pounds with two decimals at most");
            return null;
        }
        return pounds.setScale(pounds.scale() <= 0 ? 0 : PENCE, RoundingMode.UNNECESSARY);
    }

    void missing(String name) {
        faults.invalid(pointer(name), "This is required.");
    }

    void invalid(String name, String wanted) {
        faults.invalid(pointer(name), "This must be " + wanted + ".");
    }

    void wrongType(String name, String wanted) {
        faults.wrongType(pointer(name), "This must be " + wanted + ".");
    }
}
