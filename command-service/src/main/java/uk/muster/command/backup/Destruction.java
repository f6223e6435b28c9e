package uk.muster.command.backup;

import java.util.ArrayList;
import java.util.List;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.sealing.KeySubject;

/**
 * That keys were destroyed, as it is kept beside backups: one line of JSON each. It names nobody: pupils are random numbers.
 *
 * @param disposal its id in the ledger
 * @param academicYear the year of recording, by the calendar year in which it begins
 * @param subjects whose keys they were, as table {@code subject_key} has them
 * @param forgotten the pupils of whom no key was left
 */
record Destruction(String disposal, int academicYear, List<String> subjects, List<String> forgotten) {

    Destruction {
        subjects = List.copyOf(subjects);
        forgotten = List.copyOf(forgotten);
    }

    static Destruction of(DisposalConfirmed confirmed, List<PupilNumber> forgotten) {
        List<String> subjects = new ArrayList<>();
        confirmed
                .pupils()
                .forEach(pupil -> subjects.add(KeySubject.ofPupil(pupil).value()));
        if (confirmed.staff()) {
            subjects.add(KeySubject.ofSchool(confirmed.urn()).value());
        }
        return new Destruction(
                confirmed.disposalId().toString(),
                confirmed.academicYear().startYear(),
                subjects,
                forgotten.stream().map(PupilNumber::value).toList());
    }
}
