package uk.muster.kernel.retention;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.RetentionEvent.HoldKind;
import uk.muster.kernel.event.RetentionEvent.HoldPlaced;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;

/**
 * A hold that stands.
 *
 * @param pupil null for every pupil of the school
 * @param academicYear of recording; null for every year
 */
public record Hold(
        UUID id,
        HoldKind kind,
        @Nullable PupilNumber pupil,
        @Nullable AcademicYear academicYear,
        LocalDate placedOn) {

    static Hold of(HoldPlaced e) {
        return new Hold(e.holdId(), e.kind(), e.pupil(), e.academicYear(), e.placedOn());
    }

    /** Whether it covers a pupil's key of a year. */
    public boolean covers(PupilNumber of, AcademicYear recordedIn) {
        return (pupil == null || pupil.equals(of)) && (academicYear == null || academicYear.equals(recordedIn));
    }

    /** Whether it covers what names the school's staff in a year: not when it is about one pupil, whose own keys then hold that year's back. */
    boolean coversStaff(AcademicYear recordedIn) {
        return pupil == null && (academicYear == null || academicYear.equals(recordedIn));
    }
}
