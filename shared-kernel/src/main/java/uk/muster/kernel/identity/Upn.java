package uk.muster.kernel.identity;

/**
 * A unique pupil number: a check letter, eleven digits, and a digit (permanent) or a letter (temporary). The check letter is
 * {@code sum(weight × value) mod 23} over characters 2 to 13 with weights 2 to 13, looked up in an alphabet without I, O and S; the letter of
 * a temporary number counts by its place in that alphabet (DfE's UPN guide, CIN rule 1510).
 */
public record Upn(String value) {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final int LENGTH = 13;

    public Upn {
        if (!isValid(value)) {
            throw new IllegalArgumentException("That is not a UPN, or its check letter is wrong.");
        }
    }

    /** Whether the text has the form of a UPN, whatever its check letter. */
    public static boolean hasForm(String text) {
        if (text.length() != LENGTH || LETTERS.indexOf(text.charAt(0)) < 0) {
            return false;
        }
        for (int i = 1; i < LENGTH - 1; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        char last = text.charAt(LENGTH - 1);
        return isDigit(last) || LETTERS.indexOf(last) >= 0;
    }

    /** Whether the text is a UPN with the right check letter. */
    public static boolean isValid(String text) {
        return hasForm(text) && text.charAt(0) == checkLetter(text);
    }

    /** The letter that should stand first, from characters 2 to 13 of a text of the right form. */
    public static char checkLetter(String text) {
        int sum = 0;
        for (int i = 1; i < LENGTH; i++) {
            char c = text.charAt(i);
            int digit = isDigit(c) ? c - '0' : LETTERS.indexOf(c);
            sum += digit * (i + 1);
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Never the number itself: a UPN is personal and this may reach a log line. */
    @Override
    public String toString() {
        return "Upn[…]";
    }
}
