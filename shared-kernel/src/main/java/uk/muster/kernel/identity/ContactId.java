package uk.muster.kernel.identity;

/** An adult of a pupil as the school names them, unique among that pupil's contacts: 1 to 32 characters. */
public record ContactId(String value) {

    public static final int LONGEST = 32;

    public ContactId {
        Identifiers.require(value, LONGEST, "A contact id");
    }

    public static boolean isValid(String text) {
        return Identifiers.isValid(text, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
