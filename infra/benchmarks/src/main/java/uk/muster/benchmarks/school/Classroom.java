package uk.muster.benchmarks.school;

import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.school.Phase;

/**
 * A class that sends one register a session. Its pupils are numbered through the school.
 *
 * @param school index of the school among those that are played
 * @param firstPupil number of its first pupil, from 1
 * @param outsideCompulsoryAge whether some of its pupils may be below or above compulsory school age, for whom there is no C2
 */
public record Classroom(Urn urn, int school, GroupId group, int firstPupil, Phase phase, boolean outsideCompulsoryAge) {

    /** Pupils of every class. */
    public static final int SIZE = 30;
}
