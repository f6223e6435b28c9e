package uk.muster.command.absence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.school.School;
import uk.muster.kernel.absence.AbsenceState;
import uk.muster.kernel.absence.FollowUpFacts.Deletion;
import uk.muster.kernel.absence.PupilMarks;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.pupil.PupilState;

/** Gathers what is recorded elsewhere and decides what is due about an absence. */
@FunctionalInterface
public interface AbsenceFacts {

    /** @param state what the absences' own stream says */
    Gathered gather(AbsenceStream absences, School school, RollPupil pupil, AbsenceState state, LocalDate today);

    /**
     * What was gathered.
     *
     * @param deletion of the pupil's name, once it is recorded
     * @param registers where the mark of each session stands that nobody has explained
     * @param beyond unauthorised absence before this year and at other schools, as far as the policy still counts it
     */
    record Gathered(
            PupilState pupil,
            Optional<Deletion> deletion,
            PupilMarks marks,
            Map<SessionKey, RegisterId> registers,
            List<CountedSession> beyond) {}
}
