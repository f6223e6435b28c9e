package uk.muster.kernel.code;

/** What a code says of the pupil, in the groups of reg 10(2) and 10(3) and of the Department's statistics. */
public enum Category {
    /** In school when the register was taken, or before its taking ended (reg 10(2) Table 1). */
    ATTENDING,
    /** Educated elsewhere with the school's approval; counts as attending (reg 10(3) Table 2, reg 10(11)). */
    APPROVED_EDUCATIONAL_ACTIVITY,
    /** Absent with leave or for a reason that the law accepts (reg 10(3) Table 3, reg 11). */
    AUTHORISED_ABSENCE,
    /** Absent without one, or for a reason not yet known (reg 10(3) Table 3). */
    UNAUTHORISED_ABSENCE,
    /** Could not attend through an unavoidable cause; in no rate (codes Q and Y1 to Y7). */
    UNABLE_TO_ATTEND,
    /** No attendance was possible here: dual registration, not required to attend, not on roll, school closed. */
    ADMINISTRATIVE_NOT_POSSIBLE
}
