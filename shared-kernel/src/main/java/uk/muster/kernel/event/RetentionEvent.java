package uk.muster.kernel.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

/** How long a school's entries are kept, what is held back, and what was destroyed at the end (reg 7). Stream {@code urn/retention}. */
public sealed interface RetentionEvent extends MusterEvent {

    Urn urn();

    /**
     * A fact that nothing may be destroyed of what the hold covers, until it is released.
     *
     * @param pupil null for every pupil of the school
     * @param academicYear of recording; null for every year
     * @param placedOn the day in London
     */
    record HoldPlaced(
            Urn urn,
            UUID holdId,
            HoldKind kind,
            @Nullable PupilNumber pupil,
            @Nullable AcademicYear academicYear,
            LocalDate placedOn,
            Sealed reason,
            Sealed author)
            implements RetentionEvent {}

    /** A fact that a hold ended. */
    record HoldReleased(Urn urn, UUID holdId, Sealed reason, Sealed author) implements RetentionEvent {}

    /**
     * A fact that a named person confirmed that the keys of a year are to be destroyed, having seen the schedule. From here on it is carried out,
     * also after a crash.
     *
     * @param academicYear of recording
     * @param retentionYears for how many years each entry was kept
     * @param pupils whose keys of that year go
     * @param staff whether the key of what names the school's staff goes too
     */
    record DisposalConfirmed(
            Urn urn,
            UUID disposalId,
            AcademicYear academicYear,
            int retentionYears,
            List<PupilNumber> pupils,
            boolean staff,
            Sealed author)
            implements RetentionEvent {

        public DisposalConfirmed {
            pupils = List.copyOf(pupils);
        }
    }

    /**
     * A fact that the keys are destroyed: the certificate of a disposal. Who confirmed it and whose keys they were, by number, says its
     * {@link DisposalConfirmed}.
     *
     * @param keys how many there were
     * @param forgotten the pupils of whom no key is left: nothing that is recorded of them can be read any more, and the roll book drops them
     */
    record KeysDestroyed(Urn urn, UUID disposalId, AcademicYear academicYear, int keys, List<PupilNumber> forgotten)
            implements RetentionEvent {

        public KeysDestroyed {
            forgotten = List.copyOf(forgotten);
        }
    }

    /** Why something is held. */
    enum HoldKind {
        /** A public inquiry, an inspection or a safeguarding review. */
        INQUIRY,
        /** Proceedings in a court or tribunal, brought or expected. */
        LITIGATION,
        /** Work on the case of a pupil or family that is not closed. */
        OPEN_CASE,
        /** The child protection file, which has a time of its own, refers to it. */
        CHILD_PROTECTION,
        OTHER
    }
}
