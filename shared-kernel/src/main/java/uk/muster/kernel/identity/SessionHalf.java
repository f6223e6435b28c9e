package uk.muster.kernel.identity;

/** One of the two sessions of a school day. */
public enum SessionHalf {
    AM,
    PM
}
