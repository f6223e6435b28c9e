package uk.muster.verifier.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A JSON text as a flat list of its values, in the order in which they stand. A value is a number, its place in the list; 0 is the outermost. An
 * object is followed by its names and values in turn, an array by its values; {@link #after} passes over all that is in one.
 */
public final class Json {

    /** What {@link #field} gives when there is none. */
    public static final int NONE = -1;

    private static final int FEW = 32;

    /** What a value is. */
    public enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        /** A string in which something is escaped. */
        ESCAPED,
        NUMBER,
        TRUE,
        FALSE,
        NULL
    }

    private byte[] bytes = new byte[0];
    private Kind[] kinds = new Kind[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] afters = new int[256];
    private int count;

    Json() {}

    void begin(byte[] source) {
        bytes = source;
        count = 0;
    }

    int add(Kind kind, int start, int end) {
        if (count == kinds.length) {
            kinds = Arrays.copyOf(kinds, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            afters = Arrays.copyOf(afters, count * 2);
        }
        kinds[count] = kind;
        starts[count] = start;
        ends[count] = end;
        afters[count] = count + 1;
        return count++;
    }

    int open(Kind kind, int start) {
        return add(kind, start, start);
    }

    void close(int node, int end) {
        ends[node] = end;
        afters[node] = count;
    }

    boolean namesRepeat(int object) {
        int end = afters[object];
        if (end - object > 2 * FEW) {
            Set<String> names = new HashSet<>();
            for (int name = object + 1; name < end; name = afters[name + 1]) {
                if (!names.add(new String(utf8(name), StandardCharsets.UTF_8))) {
                    return true;
                }
            }
            return false;
        }
        for (int name = object + 1; name < end; name = afters[name + 1]) {
            for (int other = afters[name + 1]; other < end; other = afters[other + 1]) {
                if (sameText(name, this, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    public Kind kind(int value) {
        return kinds[value];
    }

    /** The place after this value and all that is in it. */
    public int after(int value) {
        return afters[value];
    }

    public boolean isString(int value) {
        return kinds[value] == Kind.STRING || kinds[value] == Kind.ESCAPED;
    }

    /** The value of that name in an object, or {@link #NONE}; also for a value that is no object. */
    public int field(int object, byte[] name) {
        if (kinds[object] == Kind.OBJECT) {
            for (int each = object + 1; each < afters[object]; each = afters[each + 1]) {
                if (says(each, name)) {
                    return each + 1;
                }
            }
        }
        return NONE;
    }

    /** How many names an object has, or how many values an array. */
    public int size(int container) {
        int size = 0;
        boolean object = kinds[container] == Kind.OBJECT;
        for (int each = container + 1; each < afters[container]; each = afters[object ? each + 1 : each]) {
            size++;
        }
        return size;
    }

    /** Whether a value is a string with just this text (UTF-8). */
    public boolean says(int value, byte[] text) {
        return switch (kinds[value]) {
            case STRING ->
                ends[value] - starts[value] == text.length
                        && Arrays.equals(bytes, starts[value], ends[value], text, 0, text.length);
            case ESCAPED -> Arrays.equals(utf8(value), text);
            case OBJECT, ARRAY, NUMBER, TRUE, FALSE, NULL -> false;
        };
    }

    /** The text of a string in UTF-8. */
    public byte[] utf8(int string) {
        return kinds[string] == Kind.ESCAPED
                ? Escapes.decode(bytes, starts[string], ends[string])
                : Arrays.copyOfRange(bytes, starts[string], ends[string]);
    }

    /** The text of a string. */
    public String text(int string) throws MalformedJsonException {
        if (!isString(string)) {
            throw new MalformedJsonException("a text is wanted and something else is there");
        }
        return new String(utf8(string), StandardCharsets.UTF_8);
    }

    /** A whole number from 0 to 2^63-1, written plainly. */
    public long wholeNumber(int number) throws MalformedJsonException {
        int length = ends[number] - starts[number];
        if (kinds[number] == Kind.NUMBER && length <= 19 && bytes[starts[number]] != '-') {
            long value = 0;
            for (int i = starts[number]; i < ends[number] && value >= 0; i++) {
                int digit = bytes[i] - '0';
                value = digit < 0 || digit > 9 ? -1 : value * 10 + digit;
            }
            if (value >= 0) {
                return value;
            }
        }
        throw new MalformedJsonException("a whole number is wanted and something else is there");
    }

    /** Whether both mean the same: objects whatever the order of their names, numbers as they are written. */
    public boolean same(int value, Json other, int otherValue) {
        if (isString(value)) {
            return other.isString(otherValue) && sameText(value, other, otherValue);
        }
        if (kinds[value] != other.kinds[otherValue]) {
            return false;
        }
        return switch (kinds[value]) {
            case OBJECT -> sameFields(value, other, otherValue);
            case ARRAY -> sameElements(value, other, otherValue);
            case NUMBER -> sameBytes(value, other, otherValue);
            case TRUE, FALSE, NULL -> true;
            case STRING, ESCAPED -> throw new AssertionError("Strings are compared above.");
        };
    }

    /** The value in the fewest bytes: as it stands, less the white space outside of strings. */
    public byte[] compact(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(ends[value] - starts[value]);
        compact(value, out);
        return out.toByteArray();
    }

    private void compact(int value, ByteArrayOutputStream out) {
        switch (kinds[value]) {
            case OBJECT -> {
                out.write('{');
                for (int name = value + 1; name < afters[value]; name = afters[name + 1]) {
                    separate(name, value, out);
                    compact(name, out);
                    out.write(':');
                    compact(name + 1, out);
                }
                out.write('}');
            }
            case ARRAY -> {
                out.write('[');
                for (int each = value + 1; each < afters[value]; each = afters[each]) {
                    separate(each, value, out);
                    compact(each, out);
                }
                out.write(']');
            }
            case STRING, ESCAPED -> out.write(bytes, starts[value] - 1, ends[value] - starts[value] + 2);
            case NUMBER, TRUE, FALSE, NULL -> out.write(bytes, starts[value], ends[value] - starts[value]);
        }
    }

    private static void separate(int element, int container, ByteArrayOutputStream out) {
        if (element > container + 1) {
            out.write(',');
        }
    }

    private boolean sameFields(int object, Json other, int otherObject) {
        if (size(object) != other.size(otherObject)) {
            return false;
        }
        for (int name = object + 1; name < afters[object]; name = afters[name + 1]) {
            int counterpart = other.field(otherObject, utf8(name));
            if (counterpart == NONE || !same(name + 1, other, counterpart)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameElements(int array, Json other, int otherArray) {
        if (size(array) != other.size(otherArray)) {
            return false;
        }
        int counterpart = otherArray + 1;
        for (int each = array + 1; each < afters[array]; each = afters[each]) {
            if (!same(each, other, counterpart)) {
                return false;
            }
            counterpart = other.afters[counterpart];
        }
        return true;
    }

    private boolean sameText(int string, Json other, int otherString) {
        if (kinds[string] == Kind.STRING && other.kinds[otherString] == Kind.STRING) {
            return ends[string] - starts[string] == other.ends[otherString] - other.starts[otherString]
                    && sameBytes(string, other, otherString);
        }
        return Arrays.equals(utf8(string), other.utf8(otherString));
    }

    private boolean sameBytes(int value, Json other, int otherValue) {
        return Arrays.equals(
                bytes, starts[value], ends[value], other.bytes, other.starts[otherValue], other.ends[otherValue]);
    }
}
