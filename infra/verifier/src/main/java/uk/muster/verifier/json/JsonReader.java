package uk.muster.verifier.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads JSON texts one after another into the same {@link Json}, so that reading allocates nothing. */
public final class JsonReader {

    private static final int DEEPEST = 256;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;

    private final Json json = new Json();
    private byte[] bytes = new byte[0];
    private int at;
    private int end;

    /**
     * Reads one value that takes up the whole range, but for white space.
     *
     * @return the value, good until the next call; it refers to {@code bytes}
     */
    public Json read(byte[] source, int from, int to) throws MalformedJsonException {
        bytes = source;
        at = from;
        end = to;
        json.begin(source);
        value(0);
        skipWhiteSpace();
        if (at < end) {
            throw wrong("something follows the value");
        }
        return json;
    }

    private void value(int depth) throws MalformedJsonException {
        if (depth > DEEPEST) {
            throw wrong("it is nested too deep");
        }
        skipWhiteSpace();
        switch (next()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", Json.Kind.TRUE);
            case 'f' -> word("false", Json.Kind.FALSE);
            case 'n' -> word("null", Json.Kind.NULL);
            default -> number();
        }
    }

    private void object(int depth) throws MalformedJsonException {
        int node = json.open(Json.Kind.OBJECT, at++);
        skipWhiteSpace();
        if (next() == '}') {
            at++;
        } else {
            do {
                skipWhiteSpace();
                expect('"', "a name is missing");
                at--;
                string();
                skipWhiteSpace();
                expect(':', "a colon is missing");
                value(depth + 1);
                skipWhiteSpace();
            } while (more('}'));
        }
        json.close(node, at);
        if (json.namesRepeat(node)) {
            throw wrong("an object has the same name twice");
        }
    }

    private void array(int depth) throws MalformedJsonException {
        int node = json.open(Json.Kind.ARRAY, at++);
        skipWhiteSpace();
        if (next() == ']') {
            at++;
        } else {
            do {
                value(depth + 1);
                skipWhiteSpace();
            } while (more(']'));
        }
        json.close(node, at);
    }

    private boolean more(char closing) throws MalformedJsonException {
        int found = next();
        at++;
        if (found == ',') {
            return true;
        }
        if (found != closing) {
            throw wrong("a comma or an end is missing");
        }
        return false;
    }

    private void string() throws MalformedJsonException {
        int start = ++at;
        boolean escaped = false;
        while (true) {
            skipPlain();
            int found = next();
            if (found == '"') {
                json.add(escaped ? Json.Kind.ESCAPED : Json.Kind.STRING, start, at++);
                return;
            }
            if (found == '\\') {
                escaped = true;
                at = Escapes.skip(bytes, at, end);
            } else if (found < 0) {
                at = Escapes.skipUtf8(bytes, at, end);
            } else if (found < ' ') {
                throw wrong("a control character stands in a string");
            } else {
                at++;
            }
        }
    }

    /** Passes over plain ASCII, eight characters at a time, up to what ends a string or needs a closer look. */
    private void skipPlain() {
        byte[] source = bytes;
        int place = at;
        for (int last = end - Long.BYTES; place <= last; place += Long.BYTES) {
            long eight = (long) EIGHT_BYTES.get(source, place);
            long special = (eight - ONES * ' ') | zeroes(eight ^ ONES * '"') | zeroes(eight ^ ONES * '\\') | eight;
            if ((special & HIGHS) != 0) {
                // The lowest mark is a true one; those above it may come of its borrow.
                at = place + (Long.numberOfTrailingZeros(special & HIGHS) >> 3);
                return;
            }
        }
        at = place;
    }

    /** The high bit of a byte is set where the byte is zero (and perhaps in bytes above such a one). */
    private static long zeroes(long eight) {
        return (eight - ONES) & ~eight;
    }

    private void number() throws MalformedJsonException {
        int start = at;
        if (next() == '-') {
            at++;
        }
        if (next() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < end && bytes[at] == '.') {
            at++;
            digits();
        }
        if (at < end && (bytes[at] | 0x20) == 'e') {
            at++;
            if (next() == '+' || next() == '-') {
                at++;
            }
            digits();
        }
        json.add(Json.Kind.NUMBER, start, at);
    }

    private void digits() throws MalformedJsonException {
        int start = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong("a value or a digit is missing");
        }
    }

    private void word(String word, Json.Kind kind) throws MalformedJsonException {
        int start = at;
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i), "a word is neither true, false nor null");
        }
        json.add(kind, start, at);
    }

    private void skipWhiteSpace() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
    }

    private void expect(char wanted, String otherwise) throws MalformedJsonException {
        if (next() != wanted) {
            throw wrong(otherwise);
        }
        at++;
    }

    private int next() throws MalformedJsonException {
        if (at >= end) {
            throw wrong("it ends too early");
        }
        return bytes[at];
    }

    private static MalformedJsonException wrong(String why) {
        return new MalformedJsonException("it is no JSON: " + why);
    }
}
