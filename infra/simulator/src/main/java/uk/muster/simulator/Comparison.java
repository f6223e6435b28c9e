package uk.muster.simulator;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.http.MusterClient;
import uk.muster.simulator.term.SettledMarks;

/** Every pupil's codes as the read side counts them, against what they should be. */
final class Comparison {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Comparison() {}

    /**
     * @param await the headers with which a query sees all that was sent
     * @throws DemoMismatch when the read side counts something else
     */
    static void of(MusterClient reader, Urn urn, SettledMarks marks, Map<String, String> await) {
        Map<PupilId, SortedMap<String, Integer>> posted = marks.countsByPupil(urn);
        posted.forEach((pupil, expected) -> {
            JsonNode answer = JSON.readTree(reader.get("schools/%s/pupils/%s/attendance".formatted(urn, pupil), await)
                    .body());
            SortedMap<String, Integer> counted = new TreeMap<>();
            answer.path("byCode")
                    .properties()
                    .forEach(code -> counted.put(code.getKey(), code.getValue().asInt()));
            if (!counted.equals(expected)) {
                throw new DemoMismatch("Pupil %s of %s has %s on the read side, but %s were posted."
                        .formatted(pupil, urn, counted, expected));
            }
        });
    }
}
