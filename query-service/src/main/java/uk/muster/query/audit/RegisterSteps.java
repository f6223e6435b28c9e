package uk.muster.query.audit;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import uk.muster.http.convention.WireJson;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.query.access.Look;
import uk.muster.query.access.Looks;

/** The history of one register, for a page: the lines of its replay. Whoever reads it is recorded. */
public final class RegisterSteps {

    private final Replay replay;
    private final Looks looks;

    RegisterSteps(Replay replay, Looks looks) {
        this.replay = replay;
        this.looks = looks;
    }

    /**
     * Each fact as {@link Replay} describes it, in the order of the ledger.
     *
     * @throws uk.muster.http.problem.ProblemException 404 when nothing was ever recorded in it
     */
    public List<JsonNode> of(RegisterId id) {
        List<Map<String, Object>> lines = replay.ofRegister(id);
        if (lines.isEmpty()) {
            throw Problem.unknown("Nothing was ever recorded in that register.").asException();
        }
        looks.at(Look.ofReplay(id));
        return lines.stream()
                .<JsonNode>map(line -> WireJson.mapper().valueToTree(line))
                .toList();
    }
}
