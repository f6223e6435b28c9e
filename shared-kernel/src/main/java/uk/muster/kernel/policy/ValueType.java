package uk.muster.kernel.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.code.AttendanceCodes;

/** The type of a knob's value: which JSON it may be, and what else must hold of it. */
sealed interface ValueType {

    /** Reports everything that is wrong with a value that is not null. */
    void check(JsonNode value, Faults faults);

    record Flag() implements ValueType {
        @Override
        public void check(JsonNode value, Faults faults) {
            if (!value.isBoolean()) {
                faults.wrongType("This is true or false.");
            }
        }
    }

    /** A whole number within limits, both inclusive. */
    record Whole(int least, int most) implements ValueType {
        @Override
        public void check(JsonNode value, Faults faults) {
            if (!value.isIntegralNumber()) {
                faults.wrongType("This is a whole number.");
            } else if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
                faults.add("This is a whole number" + range(least, most) + ".");
            }
        }
    }

    /** A number within limits, both inclusive, of at most four decimals so that rates are compared exactly (G-01). */
    record Fraction(int least, int most) implements ValueType {

        static final int DECIMALS = 4;

        @Override
        public void check(JsonNode value, Faults faults) {
            if (!value.isNumber()) {
                faults.wrongType("This is a number.");
                return;
            }
            BigDecimal number = value.decimalValue().stripTrailingZeros();
            if (number.compareTo(BigDecimal.valueOf(least)) < 0
                    || number.compareTo(BigDecimal.valueOf(most)) > 0
                    || number.scale() > DECIMALS) {
                faults.add("This is a number" + range(least, most) + " with at most four decimals.");
            }
        }
    }

    /** Text of some form. */
    record Text(Pattern form, String expected) implements ValueType {
        @Override
        public void check(JsonNode value, Faults faults) {
            if (!value.isString()) {
                faults.wrongType("This is text: " + expected + ".");
            } else if (!form.matcher(value.stringValue()).matches()) {
                faults.add("This is " + expected + ".");
            }
        }
    }

    record Day() implements ValueType {
        @Override
        public void check(JsonNode value, Faults faults) {
            if (!value.isString()) {
                faults.wrongType("This is a date, as text: 2026-09-01.");
                return;
            }
            try {
                LocalDate.parse(value.stringValue());
            } catch (DateTimeParseException e) {
                faults.add("This is a date: 2026-09-01.");
            }
        }
    }

    record OneOf(List<String> words) implements ValueType {
        @Override
        public void check(JsonNode value, Faults faults) {
            if (!value.isString()) {
                faults.wrongType("This is text: " + String.join(", ", words) + ".");
            } else if (!words.contains(value.stringValue())) {
                faults.add("This is one of: " + String.join(", ", words) + ".");
            }
        }
    }

    /** A code of the attendance register. */
    record Code() implements ValueType {
        @Override
        public void check(JsonNode value, Faults faults) {
            if (!value.isString()) {
                faults.wrongType("This is a code of the attendance register, as text.");
            } else if (AttendanceCodes.standard().find(value.stringValue()).isEmpty()) {
                faults.add("This is a code of the attendance register.");
            }
        }
    }

    /** {@code "all"}, or a list of year groups: {@code "R"}, {@code "N1"}, 1 to 13 as number or text. */
    record Years() implements ValueType {

        private static final Set<String> EARLY = Set.of("N1", "N2", "R");

        @Override
        public void check(JsonNode value, Faults faults) {
            if (value.isString() && value.stringValue().equals("all")) {
                return;
            }
            if (!value.isArray()) {
                faults.wrongType("This is \"all\" or a list of year groups.");
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                String year = value.get(i).asString("");
                if (!EARLY.contains(year) && !year.matches("[1-9]|1[0-3]")) {
                    faults.at(Integer.toString(i)).add("A year group is N1, N2, R or 1 to 13.");
                }
            }
        }
    }

    record ListOf(ValueType element) implements ValueType {
        @Override
        public void check(JsonNode value, Faults faults) {
            if (!value.isArray()) {
                faults.wrongType("This is a list.");
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                element.check(value.get(i), faults.at(Integer.toString(i)));
            }
        }
    }

    record MapOf(ValueType element) implements ValueType {
        @Override
        public void check(JsonNode value, Faults faults) {
            if (!value.isObject()) {
                faults.wrongType("This is an object.");
                return;
            }
            value.properties().forEach(entry -> element.check(entry.getValue(), faults.at(entry.getKey())));
        }
    }

    record Field(ValueType type, boolean optional) {}

    record ObjectOf(Map<String, Field> fields) implements ValueType {
        @Override
        public void check(JsonNode value, Faults faults) {
            if (!value.isObject()) {
                faults.wrongType("This is an object with " + String.join(", ", fields.keySet()) + ".");
                return;
            }
            fields.forEach((name, field) -> {
                JsonNode part = value.path(name);
                if (!part.isMissingNode() && !part.isNull()) {
                    field.type.check(part, faults.at(name));
                } else if (!field.optional) {
                    faults.at(name).add("This is missing.");
                }
            });
            for (String name : value.propertyNames()) {
                if (!fields.containsKey(name)) {
                    faults.at(name)
                            .add("There is no such field here; there are " + String.join(", ", fields.keySet()) + ".");
                }
            }
        }
    }

    private static String range(int least, int most) {
        return most == Integer.MAX_VALUE ? " from " + least : " from " + least + " to " + most;
    }
}
