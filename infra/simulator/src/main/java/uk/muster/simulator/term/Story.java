package uk.muster.simulator.term;

/** A long absence that happens to one pupil of every school in a term that is lived, so that each step of its policy is to be seen. */
public enum Story {
    /** Away for twelve school days, and nobody is ever reached. */
    NEVER_REACHED(8, 12, "O"),
    /** Somebody is reached on the sixth day and says nothing that explains it. */
    REACHED_ON_DAY_SIX(14, 8, "O"),
    /** Ill for seventeen school days: a sickness return. */
    LONG_ILLNESS(18, 17, "I"),
    /** Two days of which nobody ever finds the reason. */
    NEVER_SETTLED(26, 2, "O");

    private final int earliest;
    private final int schoolDays;
    private final String code;

    Story(int earliest, int schoolDays, String code) {
        this.earliest = earliest;
        this.schoolDays = schoolDays;
        this.code = code;
    }

    /** The first day on which it may begin, an index of the term's school days; it begins within a week of it. */
    int earliest() {
        return earliest;
    }

    int schoolDays() {
        return schoolDays;
    }

    /** What its sessions say when nobody finds anything else out. */
    String code() {
        return code;
    }
}
