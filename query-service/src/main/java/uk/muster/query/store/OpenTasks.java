package uk.muster.query.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;

/**
 * A school's tasks that are open, by what they are chosen and put in order.
 *
 * @param id {@code urn}
 * @param position of the last event that changed it
 * @param tasks in the order in which they were raised
 */
public record OpenTasks(String id, long position, List<OpenTask> tasks) {

    public OpenTasks {
        tasks = List.copyOf(tasks);
    }

    /** @param id of the task, as in {@link TaskDocument} */
    public record OpenTask(String id, TaskKind kind, Instant dueAt) {}

    /** A school in which no task was ever raised. */
    public static OpenTasks none(String urn) {
        return new OpenTasks(urn, 0, List.of());
    }

    /** The tasks after some were raised and others, perhaps of the same, were settled. */
    public OpenTasks after(Collection<OpenTask> raised, Set<String> settled, long by) {
        Map<String, OpenTask> all = new LinkedHashMap<>();
        tasks.forEach(task -> all.put(task.id(), task));
        raised.forEach(task -> all.put(task.id(), task));
        all.keySet().removeAll(settled);
        return new OpenTasks(id, by, new ArrayList<>(all.values()));
    }
}
