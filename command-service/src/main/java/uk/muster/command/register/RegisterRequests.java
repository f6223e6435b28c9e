package uk.muster.command.register;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.muster.command.register.RegisterCommand.AmendMark;
import uk.muster.command.register.RegisterCommand.NewMark;
import uk.muster.command.register.RegisterCommand.RecordArrival;
import uk.muster.command.register.RegisterCommand.RefuseAmendment;
import uk.muster.command.register.RegisterCommand.RefuseArrival;
import uk.muster.command.register.RegisterCommand.RefuseRegister;
import uk.muster.command.register.RegisterCommand.SentMark;
import uk.muster.command.register.RegisterCommand.TakeRegister;
import uk.muster.http.body.Body;
import uk.muster.http.body.Fields;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.RegisterId;

/** Bodies of requests about registers, read into commands. */
public final class RegisterRequests {

    private static final int MOST_MARKS = 1_000;
    private static final int LONGEST_CODE = 20;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_MINUTES = 360;

    private RegisterRequests() {}

    /**
     * {@code takenAt}, {@code takenBy}, {@code marks}, and which register it is. A body with faults of form is read as far as it can be, so that
     * whatever else is wrong with it is found too.
     *
     * @throws uk.muster.http.problem.ProblemException 400 when it is malformed, 422 when it does not say which register it is
     */
    public static RegisterCommand taking(Body body, Function<Fields, RegisterId> register) {
        return body.readOr(fields -> taking(register.apply(fields), fields), (again, refused) -> {
            try {
                return refusing(again.read(register), refused.problem().errors(), again);
            } catch (ProblemException withoutRegister) {
                refused.addSuppressed(withoutRegister);
                throw refused;
            }
        });
    }

    private static RefuseRegister refusing(RegisterId register, List<Fault> faults, Fields body) {
        return new RefuseRegister(
                register,
                faults,
                body.optionalInstant("takenAt"),
                body.optionalList("marks", MOST_MARKS, mark -> new SentMark(mark.pointer(), mark(mark))));
    }

    /** {@code takenAt}, {@code takenBy}, {@code marks}. */
    static TakeRegister taking(RegisterId register, Fields body) {
        return new TakeRegister(
                register,
                body.instant("takenAt"),
                body.person("takenBy"),
                body.list("marks", 1, MOST_MARKS, RegisterRequests::mark));
    }

    /**
     * {@code pupilId}, {@code expectedCode?}, {@code amendedCode}, {@code reason}, {@code author}, {@code detail?}, ... A body with faults of form is read
     * as far as it can be.
     *
     * @throws uk.muster.http.problem.ProblemException 400 when it is malformed
     */
    public static RegisterCommand amending(RegisterId register, Body body, boolean onlyToLate) {
        return body.readOr(
                fields -> amending(register, fields, onlyToLate),
                (again, refused) -> new RefuseAmendment(
                        register,
                        refused.problem().errors(),
                        Optional.ofNullable(again.pupilId("pupilId")),
                        again.optionalLine("amendedCode", 1, LONGEST_CODE),
                        minutesLate(again),
                        detail(again),
                        again.optionalPerson("author").map(Person::id),
                        again.optionalPerson("approver").map(Person::id)));
    }

    static AmendMark amending(RegisterId register, Fields body, boolean onlyToLate) {
        return new AmendMark(
                register,
                body.pupilId("pupilId"),
                body.optionalLine("expectedCode", 1, LONGEST_CODE),
                body.line("amendedCode", 1, LONGEST_CODE),
                minutesLate(body),
                detail(body),
                body.text("reason", 1, LONGEST_TEXT),
                body.person("author"),
                body.optionalPerson("approver"),
                onlyToLate);
    }

    /**
     * {@code pupilId}, {@code arrivedAt}, {@code reason?}, {@code signedInBy?}, {@code author}. A body with faults of form is read as far as it can be.
     *
     * @throws uk.muster.http.problem.ProblemException 400 when it is malformed
     */
    public static RegisterCommand arriving(RegisterId register, Body body) {
        return body.readOr(
                fields -> arriving(register, fields),
                (again, refused) -> new RefuseArrival(
                        register,
                        refused.problem().errors(),
                        Optional.ofNullable(again.pupilId("pupilId")),
                        again.optionalInstant("arrivedAt"),
                        again.optionalText("reason", 1, LONGEST_TEXT)));
    }

    static RecordArrival arriving(RegisterId register, Fields body) {
        return new RecordArrival(
                register,
                body.pupilId("pupilId"),
                body.instant("arrivedAt"),
                body.optionalText("reason", 1, LONGEST_TEXT),
                body.optionalText("signedInBy", 1, LONGEST_TEXT),
                body.person("author"));
    }

    private static NewMark mark(Fields mark) {
        return new NewMark(
                mark.pupilId("pupilId"), mark.line("code", 1, LONGEST_CODE), minutesLate(mark), detail(mark));
    }

    private static @Nullable Integer minutesLate(Fields fields) {
        OptionalInt minutes = fields.optionalInteger("minutesLate", 0, MOST_MINUTES);
        return minutes.isPresent() ? Integer.valueOf(minutes.getAsInt()) : null;
    }

    private static Optional<String> detail(Fields fields) {
        return fields.optionalText("detail", 1, LONGEST_TEXT);
    }
}
