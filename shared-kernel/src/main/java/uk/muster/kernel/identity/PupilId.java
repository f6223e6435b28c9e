package uk.muster.kernel.identity;

/** A pupil as the school's own information system names them: stable within the school, 1 to 64 characters. */
public record PupilId(String value) implements Comparable<PupilId> {

    public static final int LONGEST = 64;

    public PupilId {
        Identifiers.require(value, LONGEST, "A pupilId");
    }

    public static boolean isValid(String text) {
        return Identifiers.isValid(text, LONGEST);
    }

    @Override
    public int compareTo(PupilId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
