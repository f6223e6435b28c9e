package uk.muster.simulator.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Upn;

/**
 * An invented pupil as a school admits them.
 *
 * @param yearGroup {@code R} or {@code 1} to {@code 13}
 * @param enrolment single, or registered at two schools with this one as the main or the subsidiary school
 * @param flags the contract's names, such as {@code FREE_SCHOOL_MEALS}
 */
public record Pupil(
        PupilId id,
        Upn upn,
        String forename,
        String surname,
        LocalDate dateOfBirth,
        String yearGroup,
        GroupId group,
        LocalDate admittedOn,
        Enrolment enrolment,
        String sex,
        String address,
        List<Contact> contacts,
        Set<String> flags) {

    /** The same child at another school: its own id, class and day of admission there. */
    public Pupil at(PupilId otherId, GroupId otherGroup, LocalDate from) {
        return new Pupil(
                otherId,
                upn,
                forename,
                surname,
                dateOfBirth,
                yearGroup,
                otherGroup,
                from,
                enrolment,
                sex,
                address,
                contacts,
                flags);
    }
}
