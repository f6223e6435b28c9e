package uk.muster.query.audit;

import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.PupilNumber;

/**
 * What may be opened of an event. What may not reads {@value #WITHHELD} and has no proof.
 *
 * @param texts whether what is sealed is opened at all
 * @param only the pupil whom alone it may show; null for every pupil
 */
record Shown(boolean texts, @Nullable PupilNumber only) {

    static final String WITHHELD = "withheld";

    static final Shown EVERYTHING = new Shown(true, null);

    static final Shown NOTHING = new Shown(false, null);

    static Shown only(PupilNumber pupil) {
        return new Shown(true, pupil);
    }

    boolean holds(PupilNumber pupil) {
        return texts && (only == null || only.equals(pupil));
    }
}
