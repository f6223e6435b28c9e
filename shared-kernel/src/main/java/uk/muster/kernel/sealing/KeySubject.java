package uk.muster.kernel.sealing;

import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** Whose key it is: a pupil's, a school's (for what names its staff) or the service's own for its indexes. */
public record KeySubject(String value) {

    private static final KeySubject INDEX = new KeySubject("index");

    public static KeySubject ofPupil(PupilNumber pupil) {
        return new KeySubject(pupil.value());
    }

    public static KeySubject ofSchool(Urn urn) {
        return new KeySubject("school:" + urn);
    }

    /** The secret under which a UPN is looked up without being stored. */
    public static KeySubject ofIndex() {
        return INDEX;
    }
}
