package uk.muster.query.console.command;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;

/** Reads what {@link uk.muster.http.problem.ProblemWriter} wrote (RFC 9457). */
final class ProblemReader {

    private ProblemReader() {}

    static Problem read(int status, JsonNode problem) {
        List<Fault> faults = problem.path("errors")
                .valueStream()
                .map(fault -> new Fault(
                        fault.path("pointer").asString(""),
                        fault.path("message").asString("")))
                .toList();
        return new Problem(
                problem.path("type").asString("about:blank"),
                problem.path("title").asString("The request is refused"),
                status,
                problem.path("detail").asString(""),
                faults,
                Map.of(),
                null);
    }
}
