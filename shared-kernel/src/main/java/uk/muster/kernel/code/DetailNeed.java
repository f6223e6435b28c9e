package uk.muster.kernel.code;

/** Whether the nature of a provision, activity or cause is to be recorded with a code. */
public enum DetailNeed {
    /** Nothing more than the code is asked for. */
    NONE,
    /** The code stands in no register without it (K, B, C2, Y7). */
    REQUIRED,
    /** Good practice; a school's policy may require it. */
    RECOMMENDED,
    /** Kept by the service itself (the day by which an N is to be settled). */
    SYSTEM
}
