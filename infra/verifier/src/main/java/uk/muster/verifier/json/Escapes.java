package uk.muster.verifier.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What stands in a JSON string besides plain ASCII: escapes, and characters of several bytes in UTF-8. */
final class Escapes {

    private static final String SHORT = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";
    private static final int HEX_DIGITS = 4;

    private Escapes() {}

    /** The place after the escape that begins here. */
    static int skip(byte[] bytes, int at, int end) throws MalformedJsonException {
        if (at + 1 >= end) {
            throw wrong();
        }
        if (bytes[at + 1] != 'u') {
            if (SHORT.indexOf(bytes[at + 1]) < 0) {
                throw wrong();
            }
            return at + 2;
        }
        char first = unit(bytes, at, end);
        int after = at + 2 + HEX_DIGITS;
        if (!Character.isSurrogate(first)) {
            return after;
        }
        if (!Character.isHighSurrogate(first) || !Character.isLowSurrogate(unit(bytes, after, end))) {
            throw wrong();
        }
        return after + 2 + HEX_DIGITS;
    }

    /** The UTF-8 of a string that {@link #skip} has passed over. */
    static byte[] decode(byte[] bytes, int from, int to) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(to - from);
        int at = from;
        while (at < to) {
            if (bytes[at] != '\\') {
                plain.write(bytes[at++]);
            } else if (bytes[at + 1] == 'u') {
                StringBuilder units = new StringBuilder(2);
                while (at + 1 < to && bytes[at] == '\\' && bytes[at + 1] == 'u') {
                    units.append((char)
                            Integer.parseInt(new String(bytes, at + 2, HEX_DIGITS, StandardCharsets.US_ASCII), 16));
                    at += 2 + HEX_DIGITS;
                }
                plain.writeBytes(units.toString().getBytes(StandardCharsets.UTF_8));
            } else {
                plain.write(MEANT.charAt(SHORT.indexOf(bytes[at + 1])));
                at += 2;
            }
        }
        return plain.toByteArray();
    }

    /** The place after the character of two, three or four bytes that begins here. */
    static int skipUtf8(byte[] bytes, int at, int end) throws MalformedJsonException {
        int first = bytes[at] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + length > end) {
            throw new MalformedJsonException("it is no JSON: it is not UTF-8");
        }
        int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        for (int i = 1; i < length; i++) {
            int next = bytes[at + i] & 0xFF;
            if (next < lowest || next > highest) {
                throw new MalformedJsonException("it is no JSON: it is not UTF-8");
            }
            lowest = 0x80;
            highest = 0xBF;
        }
        return at + length;
    }

    private static char unit(byte[] bytes, int at, int end) throws MalformedJsonException {
        if (at + 2 + HEX_DIGITS > end || bytes[at] != '\\' || bytes[at + 1] != 'u') {
            throw wrong();
        }
        int unit = 0;
        for (int i = at + 2; i < at + 2 + HEX_DIGITS; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                throw wrong();
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    private static MalformedJsonException wrong() {
        return new MalformedJsonException("it is no JSON: an escape in a string is broken");
    }
}
