package uk.muster.query.console.command;

import tools.jackson.databind.JsonNode;
import uk.muster.http.problem.Problem;

/** What became of a command. */
public sealed interface Outcome {

    /** It is recorded, now or by the same form before; {@code answer} is what command-service answered. */
    record Recorded(JsonNode answer) implements Outcome {}

    /** It was refused, and nothing is recorded. */
    record Refused(Problem problem) implements Outcome {}

    /** No answer came, so nobody knows whether it is recorded. The same form may be sent again: it counts once. */
    record Unanswered() implements Outcome {}
}
