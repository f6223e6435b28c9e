package uk.muster.command.roll;

import java.util.Map;
import java.util.Optional;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** Who is on roll, by school. */
public interface RollBook {

    /** The page of a school; an empty one for a school without pupils. */
    SchoolRoll of(Urn urn);

    /** The other schools that have, or had, the same child on roll, and by what number: found by the UPN. */
    Map<Urn, PupilNumber> elsewhere(RollPupil pupil);

    /** The school that knows a pupil by this number, for a number is of one school alone. */
    Optional<Urn> schoolOf(PupilNumber pupil);
}
