package uk.muster.command.pupil;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.muster.command.axon.AggregateCommand;
import uk.muster.http.problem.Fault;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.event.PupilEvent.Confirmation;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.event.PupilEvent.EarlierSession;
import uk.muster.kernel.event.PupilEvent.PupilDetails;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.VulnerabilityFlag;

/** What can be asked about a pupil of a school. */
public sealed interface PupilCommand extends AggregateCommand {

    PupilStream pupil();

    @Override
    default Object target() {
        return pupil();
    }

    /** The school's own id for the pupil. */
    PupilId pupilId();

    /** Put a name on the admission register, or bring it up to date. */
    record PutPupil(PupilStream pupil, PupilIdentity identity, Admission admission) implements PupilCommand {

        /** For a pupil not known before: the number is worked out from a new salt. */
        static PutPupil first(Urn urn, PupilId id, byte[] salt, Admission admission) {
            return new PutPupil(
                    new PupilStream(urn, PupilNumber.of(urn, id, salt)),
                    new PupilIdentity(
                            id.value(), Base64.getUrlEncoder().withoutPadding().encodeToString(salt)),
                    admission);
        }

        @Override
        public PupilId pupilId() {
            return new PupilId(identity.pupilId());
        }
    }

    /** Say what sessions a joiner had at an earlier school: all of them, in order of session. */
    record ImportEarlierSessions(
            PupilStream pupil, PupilId pupilId, String school, List<EarlierSession> sessions, Person author)
            implements PupilCommand {}

    /** Delete a name from the admission register. */
    record RemovePupil(
            PupilStream pupil,
            PupilId pupilId,
            LocalDate on,
            String ground,
            List<Confirmation> confirmations,
            Optional<String> destination,
            Person author)
            implements PupilCommand {}

    /**
     * Refuse to delete a name by a body with faults of form, and name what else is wrong with it.
     *
     * @param faults of form, one or more
     * @param on,confirmations what could be read; of confirmations the day, by JSON pointer
     */
    record RefuseRemoval(
            PupilStream pupil,
            PupilId pupilId,
            List<Fault> faults,
            Optional<LocalDate> on,
            Map<String, LocalDate> confirmations)
            implements PupilCommand {}

    /**
     * Seal what the admission register says anew, where it lies under the key of a year that is about to be destroyed.
     *
     * @param under the year whose key goes
     * @param to the year under whose key it is kept: as long as what was recorded last
     */
    record CarryForward(PupilStream pupil, PupilId pupilId, AcademicYear under, AcademicYear to)
            implements PupilCommand {}

    /** The stream of a pupil, {@code urn/pupil number}. */
    record PupilStream(Urn urn, PupilNumber number) {
        @Override
        public String toString() {
            return urn + "/" + number;
        }
    }

    /**
     * What the admission register is to say.
     *
     * @param upnIndex HMAC of the UPN in the details
     * @param groupFrom the first day with the group; empty for the day of admission, or today for a pupil on roll
     */
    record Admission(
            PupilDetails details,
            String upnIndex,
            String yearGroup,
            Enrolment enrolment,
            GroupId group,
            Optional<LocalDate> groupFrom,
            LocalDate admittedOn,
            List<Contact> contacts,
            Set<VulnerabilityFlag> flags) {}
}
