package uk.muster.command.decision;

import java.util.Map;

/**
 * What a caller is told of an accepted command.
 *
 * @param status 201 when something was recorded, 200 when it was recorded already
 * @param body the JSON object of the answer; a 201 names what was recorded
 */
public record Answer(int status, Map<String, Object> body) {

    public static Answer recorded(Map<String, Object> body) {
        return new Answer(201, body);
    }

    public static Answer unchanged(Map<String, Object> body) {
        return new Answer(200, body);
    }
}
