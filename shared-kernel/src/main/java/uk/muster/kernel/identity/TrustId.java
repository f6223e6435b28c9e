package uk.muster.kernel.identity;

/** A trust that several schools name as theirs, spelled as it stands in a URL: 1 to 64 characters. */
public record TrustId(String value) {

    public static final int LONGEST = 64;

    public TrustId {
        Identifiers.require(value, LONGEST, "A trust");
    }

    @Override
    public String toString() {
        return value;
    }
}
