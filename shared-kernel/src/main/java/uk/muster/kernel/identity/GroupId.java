package uk.muster.kernel.identity;

/** A class or tutor group that takes its register together, named by the school: 1 to 32 characters. */
public record GroupId(String value) implements Comparable<GroupId> {

    public static final int LONGEST = 32;

    public GroupId {
        Identifiers.require(value, LONGEST, "A group");
    }

    public static boolean isValid(String text) {
        return Identifiers.isValid(text, LONGEST);
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
