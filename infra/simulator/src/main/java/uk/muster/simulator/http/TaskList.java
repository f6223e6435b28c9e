package uk.muster.simulator.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Modality;
import uk.muster.simulator.live.OpenTask;

/** A school's list of tasks, as its staff read it. */
public record TaskList(MusterClient reader, Urn urn) {

    /** What is open, what is due first coming first. */
    public List<OpenTask> open() {
        List<OpenTask> tasks = new ArrayList<>();
        read("&status=OPEN", item -> tasks.add(task(item)));
        return tasks;
    }

    /** How many there ever were of each status. */
    public SortedMap<String, Integer> countByStatus() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        read("", item -> counts.merge(item.path("status").stringValue(), 1, Integer::sum));
        return counts;
    }

    private void read(String query, Consumer<JsonNode> each) {
        String cursor = "";
        do {
            JsonNode answer = Bodies.JSON.readTree(
                    reader.get("schools/%s/tasks?limit=1000%s%s".formatted(urn, query, cursor), Map.of())
                            .body());
            answer.path("items").forEach(each);
            cursor = answer.path("nextCursor")
                    .stringValueOpt()
                    .map(next -> "&cursor=" + next)
                    .orElse("");
        } while (!cursor.isEmpty());
    }

    private static OpenTask task(JsonNode item) {
        List<String> actions = new ArrayList<>();
        item.path("actions").forEach(action -> actions.add(action.stringValue()));
        return new OpenTask(
                item.path("taskId").stringValue(),
                new PupilId(item.path("pupilId").stringValue()),
                TaskKind.valueOf(item.path("kind").stringValue()),
                item.path("step").stringValue(),
                LocalDate.parse(item.path("date").stringValue()),
                item.path("schoolDay").asInt(),
                Modality.valueOf(item.path("modality").stringValue()),
                List.copyOf(actions));
    }
}
