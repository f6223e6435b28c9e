package uk.muster.command.backup;

import java.util.List;
import java.util.UUID;
import uk.muster.command.retention.DestroyedKeys.Past;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/**
 * That keys were destroyed, as it is kept beside backups: one line of JSON each. It names nobody: pupils are random numbers.
 *
 * @param disposal its id in the ledger
 * @param academicYear the year of recording, as {@code 2025-26}
 * @param staff whether the key of what names the school's staff was one of them
 * @param forgotten the pupils of whom no key was left
 */
record Destruction(
        String disposal, String urn, String academicYear, List<String> pupils, boolean staff, List<String> forgotten) {

    Destruction {
        pupils = List.copyOf(pupils);
        forgotten = List.copyOf(forgotten);
    }

    static Destruction of(DisposalConfirmed confirmed, List<PupilNumber> forgotten) {
        return new Destruction(
                confirmed.disposalId().toString(),
                confirmed.urn().toString(),
                confirmed.academicYear().toString(),
                confirmed.pupils().stream().map(PupilNumber::value).toList(),
                confirmed.staff(),
                forgotten.stream().map(PupilNumber::value).toList());
    }

    Past asPast() {
        return new Past(
                UUID.fromString(disposal),
                Urn.parse(urn),
                year(),
                pupils.stream().map(PupilNumber::new).toList(),
                staff);
    }

    AcademicYear year() {
        return AcademicYear.parse(academicYear);
    }
}
