package uk.muster.kernel.identity;

/** A school's unique reference number in the register of schools: six digits, 100000 to 999999. */
public record Urn(int value) implements Comparable<Urn> {

    public Urn {
        if (value < 100_000 || value > 999_999) {
            throw new IllegalArgumentException("A URN has six digits and does not begin with 0.");
        }
    }

    /** @throws IllegalArgumentException when the text is not six digits */
    public static Urn parse(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("A URN has six digits and does not begin with 0.");
        }
        return new Urn(Integer.parseInt(text));
    }

    /** Whether the text is a URN: exactly six ASCII digits of which the first is not 0. */
    public static boolean isValid(String text) {
        return text.length() == 6 && text.charAt(0) != '0' && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(Urn other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
