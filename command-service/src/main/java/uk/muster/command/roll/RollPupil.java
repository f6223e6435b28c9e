package uk.muster.command.roll;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.pupil.GroupSpell;

/** A line of the roll book. */
public record RollPupil(
        PupilId pupilId,
        PupilNumber number,
        String upnIndex,
        Enrolment enrolment,
        CompulsoryAge age,
        List<GroupSpell> groups) {

    /** The group the pupil is on roll in on a day. */
    public Optional<GroupId> groupOn(LocalDate date) {
        for (GroupSpell spell : groups) {
            if (spell.holds(date)) {
                return Optional.of(spell.group());
            }
        }
        return Optional.empty();
    }
}
