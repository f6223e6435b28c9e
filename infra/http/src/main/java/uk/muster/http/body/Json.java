package uk.muster.http.body;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.http.problem.Problem;

/** Bytes to a tree, within limits that keep a hostile body from costing more than an honest one. */
final class Json {

    /** The deepest body of the contract has 5 levels; a policy overlay may have a few more. */
    static final int DEEPEST = 32;

    /** A year's earlier sessions of a joiner are about 4,000 tokens, a register of thirty about 400. */
    static final long MOST_TOKENS = 200_000;

    private static final JsonMapper TREES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** @throws uk.muster.http.problem.ProblemException 400 when this is not one JSON object, 413 beyond the limits */
    static ObjectNode parse(byte[] json) {
        JsonNode tree;
        try {
            tree = TREES.readTree(json);
        } catch (StreamConstraintsException e) {
            throw Problem.tooLarge("The JSON is nested too deeply or has too many or too long values.")
                    .asException();
        } catch (JacksonException e) {
            throw Problem.malformed("The body is not JSON" + place(e.getLocation()))
                    .asException();
        }
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw Problem.malformed("The body must be one JSON object.").asException();
    }

    private static String place(TokenStreamLocation at) {
        if (at == null || at.getLineNr() < 1) {
            return ", or names a field twice.";
        }
        return " at line " + at.getLineNr() + ", column " + at.getColumnNr() + ", or names a field twice.";
    }
}
