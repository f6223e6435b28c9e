package uk.muster.command.roll;

import uk.muster.kernel.identity.Urn;

/** Who is on roll, by school. */
@FunctionalInterface
public interface RollBook {

    /** The page of a school; an empty one for a school without pupils. */
    SchoolRoll of(Urn urn);
}
