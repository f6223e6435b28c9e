package uk.muster.query.ingest;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import uk.muster.query.store.Fact;
import uk.muster.query.store.Projection;
import uk.muster.query.store.StreamDocument;

/**
 * Appends facts to the documents of their streams.
 *
 * <p>A stream's first fact is an insert, blindly: one write a register and nothing read. Documents that are there already, for a later fact or because a
 * batch came again, whole or in other pieces, are read, given what they lack and replaced, guarded by their position.
 */
final class StreamWriter {

    private static final int DUPLICATE_KEY = 11000;
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<StreamDocument> collection;
    private final UnaryOperator<String> idOf;

    /** Documents that are known by their streams' names. */
    StreamWriter(MongoCollection<StreamDocument> collection) {
        this(collection, UnaryOperator.identity());
    }

    /** @param idOf a document's id by its stream's name */
    StreamWriter(MongoCollection<StreamDocument> collection, UnaryOperator<String> idOf) {
        this.collection = collection;
        this.idOf = idOf;
    }

    /** @param events in the order of their positions, of any number of streams */
    void append(List<RelayedEvent> events) {
        Map<String, List<RelayedEvent>> begun = new LinkedHashMap<>();
        Map<String, List<RelayedEvent>> continued = new LinkedHashMap<>();
        for (RelayedEvent event : events) {
            String id = idOf.apply(event.stream());
            Map<String, List<RelayedEvent>> streams = event.seq() == 0 || begun.containsKey(id) ? begun : continued;
            streams.computeIfAbsent(id, _ -> new ArrayList<>(1)).add(event);
        }
        if (!begun.isEmpty() && !insert(begun)) {
            extend(begun);
        }
        if (!continued.isEmpty()) {
            extend(continued);
        }
    }

    /** Whether all of them were new. */
    private boolean insert(Map<String, List<RelayedEvent>> streams) {
        List<WriteModel<StreamDocument>> inserts = new ArrayList<>(streams.size());
        streams.forEach((id, of) -> inserts.add(new InsertOneModel<>(new StreamDocument(id, facts(of)))));
        try {
            collection.bulkWrite(inserts, IN_ANY_ORDER);
            return true;
        } catch (MongoBulkWriteException e) {
            if (!onlyDuplicates(e)) {
                throw e;
            }
            return false;
        }
    }

    static boolean onlyDuplicates(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && e.getWriteErrors().stream().mapToInt(BulkWriteError::getCode).allMatch(c -> c == DUPLICATE_KEY);
    }

    private void extend(Map<String, List<RelayedEvent>> streams) {
        Map<String, StreamDocument> there = Projection.find(collection, streams.keySet(), StreamDocument::id);
        List<WriteModel<StreamDocument>> replacements = new ArrayList<>();
        streams.forEach((id, events) -> {
            StreamDocument before = there.get(id);
            if (before == null || before.facts().size() < events.getFirst().seq()) {
                throw new IncompleteProjectionException(events.getFirst().fact());
            }
            StreamDocument after = before.with(facts(events));
            if (after.position() > before.position()) {
                replacements.add(new ReplaceOneModel<>(
                        Filters.and(Filters.eq("_id", id), Filters.eq("p", before.position())), after));
            }
        });
        if (!replacements.isEmpty()
                && collection.bulkWrite(replacements, IN_ANY_ORDER).getMatchedCount() < replacements.size()) {
            throw new IllegalStateException("Another process writes the same documents; it has the partition now.");
        }
    }

    private static List<Fact> facts(List<RelayedEvent> events) {
        return events.stream().map(RelayedEvent::fact).toList();
    }
}
