package uk.muster.query.ingest;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
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
import uk.muster.kernel.identity.Urn;
import uk.muster.query.store.Projection;
import uk.muster.query.store.TaskDocument;

/**
 * Writes by what tasks are found. A task of the batch is written as it is at the batch's end; of one that was raised before, status and position are
 * changed. Nothing is read.
 */
final class TaskWriter {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final Projection projection;
    private boolean indexed;

    TaskWriter(Projection projection) {
        this.projection = projection;
    }

    /** @param events of absences, in the order of their positions */
    void write(List<RelayedEvent> events) {
        Batch batch = new Batch();
        for (RelayedEvent event : events) {
            if (event.fact().read() instanceof FollowUpEvent e) {
                batch.apply(e, event.fact().position());
            }
        }
        List<WriteModel<BsonDocument>> writes = batch.writes();
        if (!writes.isEmpty()) {
            index();
            Guarded.bulk(projection.tasks(), writes);
            projection.openTasks().bulkWrite(batch.open());
        }
    }

    /** Asked for again by each writer, for it may be the first. The store of standalone keeps none and looks through the tasks instead. */
    private void index() {
        if (!indexed) {
            projection.tasks().createIndex(Indexes.ascending(TaskDocument.URN));
            indexed = true;
        }
    }

    /** What a batch says of tasks, those it raised and those it only settled. */
    private static final class Batch {

        private final Map<String, TaskDocument> raised = new LinkedHashMap<>();
        private final Map<Urn, Set<String>> over = new LinkedHashMap<>();
        private final Map<String, WriteModel<BsonDocument>> settled = new LinkedHashMap<>();

        void apply(FollowUpEvent event, long position) {
            switch (event) {
                case FollowUpDue e -> raised.put(id(e), document(e, position));
                case FollowUpDone e -> settle(e, Status.DONE, position);
                case FollowUpDecided e ->
                    settle(e, e.decision() == TaskDecision.DONE ? Status.DONE : Status.DECLINED, position);
                case FollowUpCancelled e -> settle(e, Status.CANCELLED, position);
                case UnexplainedAbsenceOpened _,
                        UnexplainedAbsenceEnded _,
                        NotificationRaised _,
                        NotificationSettled _ -> {}
            }
        }

        private static TaskDocument document(FollowUpDue e, long position) {
            return new TaskDocument(id(e), position, e.urn(), e.kind(), Status.OPEN, e.dueAt());
        }

        private static String id(FollowUpEvent e) {
            return new AbsenceEntryId(e.pupil(), e.entryId()).toString();
        }

        private void settle(FollowUpEvent event, Status as, long position) {
            String id = id(event);
            over.computeIfAbsent(event.urn(), _ -> new LinkedHashSet<>()).add(id);
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

        /** Added before they are taken out, in this order: a batch that comes again may leave one that is over, and never leaves out an open one. */
        List<WriteModel<BsonDocument>> open() {
            Map<Urn, List<String>> begun = raised.values().stream()
                    .collect(Collectors.groupingBy(
                            TaskDocument::urn,
                            LinkedHashMap::new,
                            Collectors.mapping(TaskDocument::id, Collectors.toList())));
            List<WriteModel<BsonDocument>> writes = new ArrayList<>();
            begun.forEach((urn, ids) ->
                    writes.add(new UpdateOneModel<>(ofSchool(urn), Updates.addEachToSet("t", ids), UPSERT)));
            over.forEach((urn, ids) ->
                    writes.add(new UpdateOneModel<>(ofSchool(urn), Updates.pullAll("t", List.copyOf(ids)))));
            return writes;
        }

        private static Bson ofSchool(Urn urn) {
            return Filters.eq("_id", urn.toString());
        }

        List<WriteModel<BsonDocument>> writes() {
            List<WriteModel<BsonDocument>> writes = new ArrayList<>(settled.values());
            raised.forEach((id, task) -> writes.add(Guarded.replacement(id, task.position(), task.write())));
            return writes;
        }
    }
}
