package uk.muster.command.absence;

import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.axon.AggregateCommand;

/** Find what is due about a pupil's absence by now and record it. Looking again changes nothing. */
public record LookAgain(AbsenceStream absences) implements AggregateCommand {

    @Override
    public Object target() {
        return absences;
    }
}
