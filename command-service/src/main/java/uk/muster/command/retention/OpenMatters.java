package uk.muster.command.retention;

import java.util.Collection;
import java.util.Map;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.retention.HeldBecause;

/** Finds what is recorded of pupils and not at its end: that holds their keys without anybody placing a hold. */
@FunctionalInterface
public interface OpenMatters {

    /** Those of the pupils who have something open, and what. */
    Map<PupilNumber, HeldBecause> of(Urn urn, Collection<PupilNumber> pupils);
}
