package uk.muster.command.register;

import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** Tells whether a pupil's parent was told that evidence of illness is refused. */
@FunctionalInterface
public interface ParentsTold {

    boolean ofRefusedEvidence(Urn urn, PupilNumber pupil);
}
