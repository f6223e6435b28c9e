package uk.muster.kernel.code;

/** Whether an absence is authorised. */
public enum Authorisation {
    AUTHORISED,
    UNAUTHORISED,
    /** The code is no absence: the pupil attended, or could not have. */
    NOT_AN_ABSENCE
}
