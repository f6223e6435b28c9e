package uk.muster.benchmarks.years;

import java.util.SplittableRandom;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A kind of question about what was known at an instant. */
interface AsOfQuestion {

    /** In the report. */
    String name();

    /** Milliseconds within which 99 of 100 should be answered. */
    int aim();

    Asked draw(SplittableRandom random);

    /**
     * One of its questions.
     *
     * @param path with its parameters
     * @param isRight whether an answer says what had been posted by then, and nothing else
     */
    record Asked(String path, Predicate<JsonNode> isRight) {}
}
