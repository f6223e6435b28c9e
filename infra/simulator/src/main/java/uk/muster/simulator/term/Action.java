package uk.muster.simulator.term;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.school.Pupil;

/** Something that a school's system sends, at the moment when the school would have sent it. */
public sealed interface Action {

    Instant at();

    /** A pupil comes on roll. */
    record Admit(Instant at, Urn urn, Pupil pupil) implements Action {}

    /** A pupil on roll changes class, from a school day on. */
    record MoveGroup(Instant at, Urn urn, Pupil pupil, GroupId to, LocalDate from) implements Action {}

    /** A class's register is taken: {@code at} is when the taking began. */
    record TakeRegister(Instant at, RegisterId register, Person takenBy, List<Mark> marks) implements Action {}

    /** A pupil signs in after the register was taken, marked N or not at all; {@code code} is what the school's times make of it. */
    record SignIn(Instant at, RegisterId register, PupilId pupil, String code, String reason, Person author)
            implements Action {}

    /**
     * A mark is put right (reg 6). {@code from} is the code before.
     *
     * @param approver the head, where the amendment is later than the school's policy allows without one
     */
    record Amend(
            Instant at,
            RegisterId register,
            PupilId pupil,
            String from,
            String to,
            String reason,
            Person author,
            @Nullable Person approver,
            @Nullable Integer minutesLate,
            @Nullable String detail)
            implements Action {}

    /** A pupil leaves for another school (reg 9(1)(a)); {@code on} is the last day on roll. */
    record Remove(Instant at, Urn urn, PupilId pupil, LocalDate on, String destination, Person author)
            implements Action {}
}
