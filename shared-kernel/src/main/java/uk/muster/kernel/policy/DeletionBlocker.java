package uk.muster.kernel.policy;

/** A confirmation that a policy wants before a pupil's name is removed from the roll ({@code la.deletion_blockers}). */
public enum DeletionBlocker {
    NEW_SCHOOL_OFFERED,
    NEW_SCHOOL_ACCEPTED,
    LA_NOTIFIED,
    LA_CONFIRMED,
    LEAVER_FORM
}
