package uk.muster.http.body;

import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.http.problem.ProblemException;

/**
 * The JSON object of a request, read field by field; a controller method takes it as an argument.
 *
 * <pre>{@code
 * record Amendment(PupilId pupil, String code, String reason, Person author) {
 *     static Amendment from(Fields body) {
 *         return new Amendment(
 *                 body.pupilId("pupilId"), body.line("amendedCode", 1, 2), body.text("reason", 1, 1000), body.person("author"));
 *     }
 * }
 *
 * Amendment amendment = body.read(Amendment::from);
 * }</pre>
 *
 * <p>JSON that cannot be read, a field named twice in one object, and any value of the wrong JSON type make the request malformed (400); a
 * missing field or a wrong value makes it invalid (422). All faults are listed in one answer. Unknown fields are ignored.
 */
public final class Body extends Fields {

    /** The largest body of one command, in bytes; a batch is streamed line by line, and this limit holds for each line. */
    public static final int LARGEST = 2 * 1024 * 1024;

    private static final int INVALID = 422;

    private final byte[] bytes;

    private Body(byte[] bytes, ObjectNode object) {
        super(object, new Faults());
        this.bytes = bytes;
    }

    /**
     * @param json one JSON object in UTF-8
     * @throws uk.muster.http.problem.ProblemException 400 when this is not one JSON object, 413 when it is too large or too deep
     */
    public static Body parse(byte[] json) {
        if (json.length > LARGEST) {
            throw BodyReader.tooLarge();
        }
        return new Body(json, Json.parse(json));
    }

    /**
     * Reads the whole body.
     *
     * @throws uk.muster.http.problem.ProblemException with every fault, when there is any; then what the reader built is dropped
     */
    public <T> T read(Function<Fields, T> reader) {
        T value = asRead(build(this, reader));
        done();
        return value;
    }

    /**
     * Reads the whole body, or one with faults of form once more as far as it can be read, so that whatever else is wrong with it is found too.
     *
     * @param refusal given the body anew and what is wrong with its form
     * @throws uk.muster.http.problem.ProblemException 400 when it is malformed
     */
    public <T> T readOr(Function<Fields, T> reader, BiFunction<Body, ProblemException, T> refusal) {
        try {
            return read(reader);
        } catch (ProblemException e) {
            if (e.problem().status() != INVALID) {
                throw e;
            }
            return refusal.apply(parse(bytes), e);
        }
    }

    /**
     * To be called once all fields are read: only then may their values be used.
     *
     * @throws uk.muster.http.problem.ProblemException with every fault, when there is any
     */
    public void done() {
        faults.refuse();
    }

    /** What was sent, byte for byte: what an {@code Idempotency-Key} is compared by. Not a copy. */
    public byte[] bytes() {
        return bytes;
    }
}
