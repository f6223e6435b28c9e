package uk.muster.kernel.identity;

import org.jspecify.annotations.Nullable;

/** A pupil as the school's own information system names them: stable within the school, 1 to 64 characters. */
public record PupilId(String value) implements Comparable<PupilId> {

    public static final int LONGEST = 64;

    public PupilId {
        Identifiers.require(value, LONGEST, "A pupilId");
    }

    public static boolean isValid(String text) {
        return Identifiers.isValid(text, LONGEST);
    }

    /** Written out, as the hash is: with each register it is asked some hundred times, and a record's own is not always compiled into who asks. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PupilId another && value.equals(another.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
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
