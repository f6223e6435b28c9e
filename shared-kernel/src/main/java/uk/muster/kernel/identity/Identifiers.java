package uk.muster.kernel.identity;

/** The one spelling of identifiers that other systems choose: {@code A-Z a-z 0-9 . _ -}, up to a length. */
final class Identifiers {

    private Identifiers() {}

    static boolean isValid(String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || c == '.'
                    || c == '_'
                    || c == '-';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    static String require(String text, int longest, String what) {
        if (!isValid(text, longest)) {
            throw new IllegalArgumentException(
                    what + " is 1 to " + longest + " of the characters A-Z a-z 0-9 . _ and -.");
        }
        return text;
    }
}
