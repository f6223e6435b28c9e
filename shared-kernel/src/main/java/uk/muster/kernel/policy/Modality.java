package uk.muster.kernel.policy;

/** How strongly a policy demands a step. */
public enum Modality {
    MUST,
    /** The decision must be recorded, the act is optional. */
    MUST_CONSIDER,
    MAY
}
