package uk.muster.command.roll;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** Who is on roll, by school. */
public interface RollBook {

    /** The page of a school; an empty one for a school without pupils. */
    SchoolRoll of(Urn urn);

    /** The other schools that have, or had, the same child on roll, and by what number: found by the UPN. */
    Map<Urn, PupilNumber> elsewhere(RollPupil pupil);

    /** Those of the pupils whose absence at another school may be known: on roll at two, or with marks imported from an earlier one. */
    Set<PupilNumber> knownElsewhere(Collection<PupilNumber> pupils);

    /** The school that knows a pupil by this number, for a number is of one school alone. */
    Optional<Urn> schoolOf(PupilNumber pupil);
}
