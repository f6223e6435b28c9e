package uk.muster.kernel.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.sealing.Sealed;

/** What a register says, and what it said before. Stream {@code urn/date/session/group}. */
public sealed interface RegisterEvent extends MusterEvent {

    RegisterId register();

    /** A fact that marks of a class were entered, all of them or some. */
    sealed interface MarksEntered extends RegisterEvent {

        Instant takenAt();

        List<Mark> marks();

        /** The mark that it enters for a pupil. */
        default Optional<Mark> markOf(PupilNumber pupil) {
            return marks() instanceof PackedMarks packed
                    ? packed.of(pupil)
                    : marks().stream()
                            .filter(mark -> mark.pupil().equals(pupil))
                            .findFirst();
        }
    }

    /** A fact that a class's register was taken: every mark of it in one event. */
    record RegisterTaken(
            RegisterId register,
            Instant takenAt,
            Sealed takenBy,

            @JsonSerialize(using = MarksWire.Writer.class) @JsonDeserialize(using = MarksWire.Reader.class)
            List<Mark> marks)
            implements MarksEntered {}

    /** A fact that marks were entered for pupils who had none in a register already taken or begun. */
    record MarksAdded(
            RegisterId register,
            Instant takenAt,
            Sealed takenBy,

            @JsonSerialize(using = MarksWire.Writer.class) @JsonDeserialize(using = MarksWire.Reader.class)
            List<Mark> marks)
            implements MarksEntered {}

    /**
     * A fact that a pupil came in after the register was begun. It is the original entry where the pupil had no mark; on an {@code N} a
     * {@link MarkAmended} follows it.
     *
     * @param minutesLate whole minutes after arrival was due, 0 to 360 (a later arrival is held there); null for a pupil in time
     */
    record LateArrivalRecorded(
            RegisterId register,
            UUID arrivalId,
            PupilNumber pupil,
            String code,
            Instant arrivedAt,
            @Nullable Integer minutesLate,
            @Nullable Sealed reason,
            @Nullable Sealed signedInBy,
            Sealed author)
            implements RegisterEvent {}

    /**
     * A fact that an entry was amended. It holds the five items that the law wants (reg 6): the original entry (taken from the stream), the
     * amended entry, the reason, the date, and the person with name and position.
     *
     * @param afterWindow whether the school's policy allows such an amendment only with a flag or an approver by then
     * @param approver a second person, where the policy wants one
     */
    record MarkAmended(
            RegisterId register,
            UUID amendmentId,
            PupilNumber pupil,
            String originalCode,
            String amendedCode,
            @Nullable Integer minutesLate,
            @Nullable Sealed detail,
            Sealed reason,
            Sealed author,
            Instant amendedAt,
            boolean afterWindow,
            @Nullable Sealed approver)
            implements RegisterEvent {}

    /**
     * One pupil's entry.
     *
     * @param code a code of the national table
     * @param minutesLate for {@code L} and {@code U}, 0 to 360
     * @param detail the nature of provision, activity or cause, where the code wants it
     */
    record Mark(
            PupilNumber pupil,
            String code,
            @Nullable Integer minutesLate,
            @Nullable Sealed detail) {}
}
