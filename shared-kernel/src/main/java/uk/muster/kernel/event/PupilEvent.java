package uk.muster.kernel.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.DeletionBlocker;
import uk.muster.kernel.policy.VulnerabilityFlag;
import uk.muster.kernel.sealing.Sealed;

/** What happens to a pupil on a school's admission register. Stream {@code urn/pupil number}. */
public sealed interface PupilEvent extends MusterEvent {

    Urn urn();

    PupilNumber pupil();

    /**
     * A fact that a name went on the admission register (reg 8), for the first time or for a new spell after a removal.
     *
     * @param identity sealed JSON of {@link PupilIdentity}
     * @param details sealed JSON of {@link PupilDetails}
     * @param contacts sealed JSON list of {@link Contact}
     * @param flags sealed JSON list of {@link VulnerabilityFlag} names
     */
    record PupilAdmitted(
            Urn urn,
            PupilNumber pupil,
            Sealed identity,
            Placement placement,
            Sealed details,
            Sealed contacts,
            Sealed flags,
            LocalDate admittedOn,
            GroupId group,
            LocalDate groupFrom)
            implements PupilEvent {}

    /** A fact that what the admission register says about the pupil changed. */
    record PupilDetailsChanged(Urn urn, PupilNumber pupil, Placement placement, Sealed details) implements PupilEvent {}

    /** A fact that the pupil's circumstances of vulnerability changed: all that hold now. */
    record VulnerabilityFlagsChanged(Urn urn, PupilNumber pupil, Sealed flags) implements PupilEvent {}

    /** A fact that the pupil's contacts changed: all that hold now. */
    record ContactsChanged(Urn urn, PupilNumber pupil, Sealed contacts) implements PupilEvent {}

    /** A fact that the pupil takes registration with another group from a day on. */
    record PupilMovedGroup(Urn urn, PupilNumber pupil, GroupId group, LocalDate from) implements PupilEvent {}

    /** A fact that a joiner's sessions at an earlier school became known: all of them, in order of session. */
    record EarlierSessionsImported(
            Urn urn, PupilNumber pupil, Sealed school, List<EarlierSession> sessions, Sealed author)
            implements PupilEvent {}

    /**
     * A fact that the name was deleted from the admission register (reg 9).
     *
     * @param on the last day on roll, inclusive
     * @param ground the letter of reg 9(1)
     * @param circumstances sealed JSON of {@link RemovalCircumstances}
     */
    record PupilRemovedFromRoll(
            Urn urn, PupilNumber pupil, LocalDate on, String ground, Sealed circumstances, Sealed author)
            implements PupilEvent {}

    /**
     * A fact that what the admission register says was sealed anew, word for word, under the key of a later year, because the key that it lay under is
     * to be destroyed and later entries still need it.
     */
    record PupilCarriedForward(
            Urn urn, PupilNumber pupil, Sealed identity, Sealed details, Sealed contacts, Sealed flags)
            implements PupilEvent {}

    /**
     * What rules need to know of a pupil and what tells nobody who they are.
     *
     * @param upnIndex HMAC of the UPN, by which the same child is found in two schools
     * @param compulsoryAge the days on which the pupil is of compulsory school age
     */
    record Placement(String upnIndex, String yearGroup, Enrolment enrolment, CompulsoryAge compulsoryAge) {}

    /** The MIS's name for the pupil, and the salt by which it opens the pupil's number (base64url). */
    record PupilIdentity(String pupilId, String salt) {}

    /** What is personal on the admission register (reg 8). */
    record PupilDetails(
            String upn,
            String forename,
            String surname,
            LocalDate dateOfBirth,
            @Nullable String sex,
            @Nullable String address,
            @Nullable String ethnicity) {}

    /** An adult to be told; {@code personRef} names the same adult in another school. */
    record Contact(
            String id,
            String name,
            String relationship,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            int priority,
            boolean livesWith,
            @Nullable String personRef) {}

    /** A mark made at an earlier school. */
    record EarlierSession(SessionKey session, String code) {}

    /** What was confirmed, by whom and where the pupil went. */
    record RemovalCircumstances(
            List<Confirmation> confirmations, @Nullable String destination) {}

    /** One thing that was confirmed before a removal. */
    record Confirmation(
            DeletionBlocker kind, LocalDate on, @Nullable String note) {}
}
