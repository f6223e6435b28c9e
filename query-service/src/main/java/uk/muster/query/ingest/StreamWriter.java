package uk.muster.query.ingest;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.muster.query.store.Fact;
import uk.muster.query.store.Projection;
import uk.muster.query.store.StreamDocument;
import uk.muster.query.store.StreamUpdates;

/**
 * Appends facts to the documents of their streams.
 *
 * <p>A stream's first fact is an insert, later ones a push that is guarded by the position of the document: one write a register and nothing
 * read. When a guard refuses, a batch came again, whole or in other pieces, after a crash or a change of hands; then the documents in doubt
 * are read, given what they lack and written whole.
 */
final class StreamWriter {

    private static final int DUPLICATE_KEY = 11000;
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<StreamDocument> collection;

    StreamWriter(MongoCollection<StreamDocument> collection) {
        this.collection = collection;
    }

    /** @param events in the order of their positions, of any number of streams */
    void append(List<RelayedEvent> events) {
        Map<String, List<RelayedEvent>> streams = new LinkedHashMap<>();
        events.forEach(event -> streams.computeIfAbsent(event.stream(), stream -> new ArrayList<>(1))
                .add(event));
        List<WriteModel<StreamDocument>> inserts = new ArrayList<>();
        List<WriteModel<StreamDocument>> pushes = new ArrayList<>();
        streams.forEach((stream, of) -> {
            if (of.getFirst().seq() == 0) {
                inserts.add(new InsertOneModel<>(new StreamDocument(stream, facts(of))));
            } else {
                pushes.add(push(stream, facts(of)));
            }
        });
        boolean allNew = insert(inserts);
        boolean allPushed =
                pushes.isEmpty() || collection.bulkWrite(pushes, IN_ANY_ORDER).getMatchedCount() == pushes.size();
        if (!allNew || !allPushed) {
            mend(streams);
        }
    }

    private boolean insert(List<WriteModel<StreamDocument>> inserts) {
        if (inserts.isEmpty()) {
            return true;
        }
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

    private static WriteModel<StreamDocument> push(String stream, List<Fact> facts) {
        return new UpdateOneModel<>(
                Filters.and(
                        Filters.eq("_id", stream),
                        Filters.lt("p", facts.getFirst().position())),
                StreamUpdates.push(facts));
    }

    private void mend(Map<String, List<RelayedEvent>> streams) {
        Map<String, StreamDocument> there = Projection.find(collection, streams.keySet(), StreamDocument::id);
        streams.forEach((stream, events) -> {
            StreamDocument before = there.get(stream);
            if (before == null || before.facts().size() < events.getFirst().seq()) {
                throw new IllegalStateException("The projection lacks facts that came before "
                        + events.getFirst().fact() + ": it must be rebuilt.");
            }
            StreamDocument after = before.with(facts(events));
            if (after.position() > before.position()) {
                collection.replaceOne(
                        Filters.and(Filters.eq("_id", stream), Filters.eq("p", before.position())), after);
            }
        });
    }

    private static List<Fact> facts(List<RelayedEvent> events) {
        return events.stream().map(RelayedEvent::fact).toList();
    }
}
