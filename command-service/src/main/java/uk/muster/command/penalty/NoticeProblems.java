package uk.muster.command.penalty;

import java.util.List;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;

/** Why something about a notice is refused. */
final class NoticeProblems {

    private NoticeProblems() {}

    /** 422: the policy, the age or the limit forbids the notice, for each of these reasons. */
    static Problem notAllowed(List<Fault> faults) {
        return Problem.of(
                        "notice-not-allowed",
                        "The notice may not be given",
                        422,
                        "See errors for every reason: nothing was recorded.")
                .withErrors(faults);
    }

    static Problem unknown() {
        return Problem.unknown("There is no such notice.");
    }
}
