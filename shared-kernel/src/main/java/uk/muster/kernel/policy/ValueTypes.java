package uk.muster.kernel.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads types as {@code schema.yaml} writes them. */
final class ValueTypes {

    private static final ValueType TIME =
            new ValueType.Text(Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d"), "a time HH:MM");
    private static final ValueType TEXT =
            new ValueType.Text(Pattern.compile("(?s)(?=.*\\S).{1,200}"), "text of 1 to 200 characters, not blank");
    private static final ValueType ID =
            new ValueType.Text(Pattern.compile("[A-Za-z0-9_-]{1,64}"), "an id of 1 to 64 letters, digits, _ and -");
    private static final ValueType VERSION =
            new ValueType.Text(Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}"), "a version such as 1.0.0");

    private final Map<String, ValueType> objects = new LinkedHashMap<>();

    ValueTypes(JsonNode definitions) {
        definitions.properties().forEach(definition -> {
            Map<String, ValueType.Field> fields = new LinkedHashMap<>();
            definition
                    .getValue()
                    .properties()
                    .forEach(field ->
                            fields.put(field.getKey(), field(field.getValue().stringValue())));
            objects.put(definition.getKey(), new ValueType.ObjectOf(fields));
        });
    }

    ValueType parse(String text) {
        String word = text.split(" ")[0];
        if (text.startsWith("list<")) {
            return new ValueType.ListOf(parse(text.substring(5, text.length() - 1)));
        }
        if (text.startsWith("map<")) {
            return new ValueType.MapOf(parse(text.substring(4, text.length() - 1)));
        }
        return switch (word) {
            case "bool" -> new ValueType.Flag();
            case "int" -> new ValueType.Whole(least(text), most(text));
            case "decimal" -> new ValueType.Fraction(least(text), most(text));
            case "time" -> TIME;
            case "date" -> new ValueType.Day();
            case "version" -> VERSION;
            case "text" -> TEXT;
            case "id" -> ID;
            case "years" -> new ValueType.Years();
            case "code" -> text.equals("code") ? new ValueType.Code() : new ValueType.OneOf(List.of(text.substring(5)));
            case "one" ->
                new ValueType.OneOf(List.of(text.substring("one of ".length()).split("\\|")));
            default -> object(text);
        };
    }

    private ValueType object(String name) {
        ValueType type = objects.get(name);
        if (type == null) {
            throw new IllegalArgumentException("schema.yaml names an unknown type: " + name);
        }
        return type;
    }

    private ValueType.Field field(String text) {
        return text.endsWith("?")
                ? new ValueType.Field(parse(text.substring(0, text.length() - 1)), true)
                : new ValueType.Field(parse(text), false);
    }

    private static int least(String text) {
        return Integer.parseInt(text.substring(text.indexOf(' ') + 1, text.indexOf("..")));
    }

    private static int most(String text) {
        String most = text.substring(text.indexOf("..") + 2);
        return most.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(most);
    }
}
