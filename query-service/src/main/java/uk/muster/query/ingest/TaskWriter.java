package uk.muster.query.ingest;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.event.FollowUpEvent;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDecided;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.NotificationSettled;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.query.store.Fact;
import uk.muster.query.store.OpenTasks;
import uk.muster.query.store.OpenTasks.OpenTask;
import uk.muster.query.store.Projection;
import uk.muster.query.store.TaskDocument;

/**
 * Writes the tasks, and which of a school's are open. A task of the batch is written as it is at the batch's end; of one that was raised before, status
 * and position are changed. Only the open ones of its schools are read.
 */
final class TaskWriter {

    private final Projection projection;
    private boolean indexed;

    TaskWriter(Projection projection) {
        this.projection = projection;
    }

    /** @param events of absences, each school's in the order of their positions */
    void write(List<RelayedEvent> events) {
        Batch batch = new Batch();
        for (RelayedEvent event : events) {
            if (event.fact().read() instanceof FollowUpEvent e) {
                batch.apply(e, event.fact());
            }
        }
        if (!batch.changes.isEmpty()) {
            index();
            Guarded.bulk(projection.tasks(), batch.writes());
            Guarded.bulk(projection.openTasks(), open(batch.changes));
        }
    }

    /** Asked for again by each writer, for it may be the first. The store of standalone keeps none and looks through the tasks instead. */
    private void index() {
        if (!indexed) {
            projection.tasks().createIndex(Indexes.ascending(TaskDocument.URN));
            indexed = true;
        }
    }

    private List<WriteModel<OpenTasks>> open(Map<String, List<Change>> changes) {
        Map<String, OpenTasks> before = Projection.find(projection.openTasks(), changes.keySet(), OpenTasks::id);
        List<WriteModel<OpenTasks>> writes = new ArrayList<>(changes.size());
        changes.forEach((urn, of) -> {
            OpenTasks after = after(before.getOrDefault(urn, OpenTasks.none(urn)), of);
            writes.add(Guarded.replacement(urn, after.position(), after));
        });
        return writes;
    }

    /** What the batch says that is not held yet: it may come again, whole or in other pieces. */
    private static OpenTasks after(OpenTasks before, List<Change> changes) {
        Map<String, OpenTask> raised = new LinkedHashMap<>();
        Set<String> settled = new LinkedHashSet<>();
        for (Change change : changes) {
            if (change.position > before.position()) {
                TaskDocument task = change.raised;
                if (task == null) {
                    settled.add(change.id);
                } else {
                    raised.put(change.id, new OpenTask(task.id(), task.kind(), task.dueAt()));
                }
            }
        }
        long last = Math.max(before.position(), changes.getLast().position);
        return before.after(raised.values(), settled, last);
    }

    /** @param raised null where it was settled */
    private record Change(
            String id, long position, @Nullable TaskDocument raised) {}

    /** What a batch says of tasks, those it raised and those it only settled. */
    private static final class Batch {

        private final Map<String, TaskDocument> raised = new LinkedHashMap<>();
        private final Map<String, WriteModel<BsonDocument>> settled = new LinkedHashMap<>();
        private final Map<String, List<Change>> changes = new LinkedHashMap<>();

        void apply(FollowUpEvent event, Fact fact) {
            switch (event) {
                case FollowUpDue e -> raise(e, TaskDocument.open(e, fact));
                case FollowUpDone e -> settle(e, Status.DONE, fact.position());
                case FollowUpDecided e ->
                    settle(e, e.decision() == TaskDecision.DONE ? Status.DONE : Status.DECLINED, fact.position());
                case FollowUpCancelled e -> settle(e, Status.CANCELLED, fact.position());
                case UnexplainedAbsenceOpened _,
                        UnexplainedAbsenceEnded _,
                        NotificationRaised _,
                        NotificationSettled _ -> {}
            }
        }

        private void raise(FollowUpDue event, TaskDocument task) {
            raised.put(task.id(), task);
            note(event, new Change(task.id(), task.position(), task));
        }

        private void settle(FollowUpEvent event, Status as, long position) {
            String id = new AbsenceEntryId(event.pupil(), event.entryId()).toString();
            note(event, new Change(id, position, null));
            TaskDocument task = raised.get(id);
            if (task == null) {
                settled.put(
                        id,
                        new UpdateOneModel<>(
                                Guarded.before(id, position),
                                Updates.combine(
                                        Updates.set(TaskDocument.POSITION, position),
                                        Updates.set(TaskDocument.STATUS, TaskDocument.text(as)))));
            } else {
                raised.put(id, task.settled(as, position));
            }
        }

        private void note(FollowUpEvent event, Change change) {
            changes.computeIfAbsent(event.urn().toString(), _ -> new ArrayList<>())
                    .add(change);
        }

        List<WriteModel<BsonDocument>> writes() {
            List<WriteModel<BsonDocument>> writes = new ArrayList<>(settled.values());
            raised.forEach((id, task) -> writes.add(Guarded.replacement(id, task.position(), task.write())));
            return writes;
        }
    }
}
