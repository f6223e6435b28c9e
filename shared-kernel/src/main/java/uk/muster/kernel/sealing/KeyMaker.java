package uk.muster.kernel.sealing;

import uk.muster.kernel.identity.AcademicYear;

/** Gives the key of a subject for an academic year of recording, made when there is none. */
@FunctionalInterface
public interface KeyMaker {

    /** The key, which is durable by the time this returns: nothing may be sealed under a key that a crash could lose. */
    DataKey keyOf(KeySubject subject, AcademicYear recordedIn);
}
