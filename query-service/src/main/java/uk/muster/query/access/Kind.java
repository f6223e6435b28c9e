package uk.muster.query.access;

/** What was asked. */
public enum Kind {
    /** A pupil's chronology. */
    CHRONOLOGY,
    /** A pupil's attendance of a year, with a special-category code in it. */
    ATTENDANCE,
    /** The page of a pupil: chronology and attendance in one. */
    CHILD_PAGE,
    /** A register with a special-category code in it. */
    REGISTER,
    /** The page of a class with one. */
    CLASS_PAGE,
    /** By a system that posts registers: that it read some of the school's, once for a day. */
    REGISTERS,
    /** A pupil's evidence pack. */
    EVIDENCE,
    /** The auditor's list of amendments. */
    AMENDMENTS,
    /** The auditor's export of the school's events. */
    EXPORT,
    /** The auditor's replay of a register, a pupil or the school. */
    REPLAY
}
