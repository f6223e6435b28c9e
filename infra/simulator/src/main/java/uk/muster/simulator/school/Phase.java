package uk.muster.simulator.school;

/** The phases for which national rates are published. */
public enum Phase {
    PRIMARY,
    SECONDARY,
    SPECIAL
}
