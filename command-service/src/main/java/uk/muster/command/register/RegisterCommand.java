package uk.muster.command.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.command.axon.AggregateCommand;
import uk.muster.http.problem.Fault;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;

/** What can be asked of a register. */
public sealed interface RegisterCommand extends AggregateCommand {

    RegisterId register();

    @Override
    default Object target() {
        return register();
    }

    /** Take the register, or complete it with pupils who were missing. */
    record TakeRegister(RegisterId register, Instant takenAt, Person takenBy, List<NewMark> marks)
            implements RegisterCommand {

        /** A register is taken once and now and then completed or sent again. */
        @Override
        public boolean presumesNothing() {
            return true;
        }
    }

    /**
     * Refuse to take a register whose body has faults of form, and name what else is wrong with it: all of it in one answer.
     *
     * @param faults of form, one or more
     * @param takenAt where it could be read
     * @param marks those that could be read
     */
    record RefuseRegister(RegisterId register, List<Fault> faults, Optional<Instant> takenAt, List<SentMark> marks)
            implements RegisterCommand {}

    /**
     * Amend an entry.
     *
     * @param expectedCode what the caller believes to be amending
     * @param onlyToLate whether the caller may do no more than resolve an {@code N} to {@code L} or {@code U} (class teachers)
     */
    record AmendMark(
            RegisterId register,
            PupilId pupilId,
            Optional<String> expectedCode,
            String amendedCode,
            @Nullable Integer minutesLate,
            Optional<String> detail,
            String reason,
            Person author,
            Optional<Person> approver,
            boolean onlyToLate)
            implements RegisterCommand {}

    /**
     * Refuse to amend an entry by a body with faults of form, and name what else is wrong with it.
     *
     * @param faults of form, one or more
     * @param pupilId,amendedCode,minutesLate,detail,authorId,approverId what could be read
     */
    record RefuseAmendment(
            RegisterId register,
            List<Fault> faults,
            Optional<PupilId> pupilId,
            Optional<String> amendedCode,
            @Nullable Integer minutesLate,
            Optional<String> detail,
            Optional<String> authorId,
            Optional<String> approverId)
            implements RegisterCommand {}

    /** Sign in a pupil who came after the register was begun. */
    record RecordArrival(
            RegisterId register,
            PupilId pupilId,
            Instant arrivedAt,
            Optional<String> reason,
            Optional<String> signedInBy,
            Person author)
            implements RegisterCommand {}

    /**
     * Refuse to sign in by a body with faults of form, and name what else is wrong with it.
     *
     * @param faults of form, one or more
     * @param pupilId,arrivedAt,reason what could be read
     */
    record RefuseArrival(
            RegisterId register,
            List<Fault> faults,
            Optional<PupilId> pupilId,
            Optional<Instant> arrivedAt,
            Optional<String> reason)
            implements RegisterCommand {}

    /**
     * An entry and where it stands in the body.
     *
     * @param pointer JSON pointer
     */
    record SentMark(String pointer, NewMark mark) {}

    /** An entry as it is sent. */
    record NewMark(PupilId pupilId, String code, @Nullable Integer minutesLate, Optional<String> detail) {}
}
