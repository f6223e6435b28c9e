package uk.muster.http.body;

/** What the characters of a text may be. Looked at one by one: no pattern is worth its price on every field of every register. */
final class Texts {

    private Texts() {}

    /** Whether nothing in the text can be seen: spaces of any script, line breaks, zero-width characters. */
    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7F) {
                return false;
            }
            if (!Character.isWhitespace(c)
                    && !Character.isSpaceChar(c)
                    && !Character.isISOControl(c)
                    && Character.getType(c) != Character.FORMAT) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text can be stored and shown: no control characters, save line breaks and tabs where allowed, and no half surrogate. */
    static boolean isClean(String text, boolean lineBreaks) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                if (!lineBreaks || (c != '\n' && c != '\r' && c != '\t')) {
                    return false;
                }
            } else if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Whether the text has {@code min} to {@code max} characters, those beyond the basic plane counted as one. */
    static boolean isWithin(String text, int min, int max) {
        int units = text.length();
        if (units < min) {
            return false;
        }
        if (units <= max && min <= 1) {
            return true;
        }
        int characters = text.codePointCount(0, units);
        return characters >= min && characters <= max;
    }
}
