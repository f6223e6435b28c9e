package uk.muster.kernel.absence;

import java.util.UUID;
import uk.muster.kernel.identity.PupilNumber;

/** The name of an entry to callers, {@code pupil number.entry id}: it says by itself in which stream the entry lies. */
public record AbsenceEntryId(PupilNumber pupil, UUID entryId) {

    /** @throws IllegalArgumentException for anything else */
    public static AbsenceEntryId parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("This is no entry's id.");
        }
        return new AbsenceEntryId(new PupilNumber(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return pupil + "." + entryId;
    }
}
