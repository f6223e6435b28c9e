package uk.muster.http.body;

import java.util.ArrayList;
import java.util.List;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;

/** The faults of one body, in the order in which they were found. */
final class Faults {

    private final List<Fault> found = new ArrayList<>(0);
    private boolean wrongType;

    /** A value of the right JSON type that is missing or breaks a rule: 422. */
    void invalid(String pointer, String message) {
        found.add(new Fault(pointer, message));
    }

    /** A value of the wrong JSON type: the whole body is malformed, 400. */
    void wrongType(String pointer, String message) {
        wrongType = true;
        found.add(new Fault(pointer, message));
    }

    int count() {
        return found.size();
    }

    /** @throws uk.muster.http.problem.ProblemException with all faults, when there are any */
    void refuse() {
        if (found.isEmpty()) {
            return;
        }
        Problem problem = wrongType
                ? Problem.malformed("A value has the wrong JSON type; see errors for every fault of the body.")
                        .withErrors(found)
                : Problem.invalid(found);
        throw problem.asException();
    }
}
