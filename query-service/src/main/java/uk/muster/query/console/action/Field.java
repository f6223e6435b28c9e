package uk.muster.query.console.action;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A field of a form.
 *
 * @param name as the member of the command's body that it fills
 * @param hint empty where none is needed
 * @param options of a choice or a list
 */
public record Field(String name, String label, String hint, Kind kind, List<Option> options) {

    /** How it is filled in. */
    public enum Kind {
        LINE,
        TEXT,
        /** One of a few that all can be seen. */
        CHOICE,
        /** One of many. */
        LIST,
        DATE,
        TIME
    }

    /** @param value empty for none */
    public record Option(String value, String label) {}

    static Field of(Kind kind, String name, String label, String hint) {
        return new Field(name, label, hint, kind, List.of());
    }

    static Field choice(String name, String label, List<Option> options) {
        return new Field(name, label, "", Kind.CHOICE, options);
    }

    static Field list(String name, String label, List<Option> options) {
        return new Field(name, label, "", Kind.LIST, options);
    }

    static <E extends Enum<E>> List<Option> options(E[] values, Function<E, String> label) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), label.apply(value)))
                .toList();
    }
}
