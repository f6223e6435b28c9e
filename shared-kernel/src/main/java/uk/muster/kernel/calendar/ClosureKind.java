package uk.muster.kernel.calendar;

/** Why a school is closed on a day of a term, planned ahead; all are code # and no possible session. */
public enum ClosureKind {
    /** In-service training of the staff. */
    INSET,
    BANK_HOLIDAY,
    /** A day the school chose to be closed on. */
    OCCASIONAL,
    /** Any other closure known ahead, such as use as a polling station. */
    PLANNED
}
