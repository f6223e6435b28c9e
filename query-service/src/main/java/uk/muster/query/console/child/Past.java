package uk.muster.query.console.child;

import java.util.List;
import uk.muster.query.chronology.Story;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.register.Registers;
import uk.muster.query.school.School;
import uk.muster.query.sheet.Marks;
import uk.muster.query.sheet.Strip;
import uk.muster.query.store.Fact;

/**
 * All that is on record of a child at a school, each thing read once.
 *
 * @param registers facts of every register that can hold an entry for the child, in the order in which they were recorded
 * @param absences how the child's absences were followed up
 */
record Past(School school, Pupil pupil, List<Registers.Read> registers, List<Fact> absences) {

    Story story() {
        return Story.of(pupil, registers, absences);
    }

    /** Every session with its mark. */
    Strip strip() {
        return Strip.of(
                school,
                pupil.state(),
                Marks.of(
                        pupil.state().pupil(),
                        registers.stream().map(Registers.Read::event).toList()));
    }
}
