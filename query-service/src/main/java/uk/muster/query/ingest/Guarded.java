package uk.muster.query.ingest;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.conversions.Bson;

/** Writes of whole documents, each guarded by its position {@code p}: what is there at that position or a later one stays. */
final class Guarded {

    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private Guarded() {}

    static <T> WriteModel<T> replacement(String id, long position, T document) {
        return new ReplaceOneModel<>(before(id, position), document, new ReplaceOptions().upsert(true));
    }

    /** The document of that id as long as it holds nothing of that position or a later one. */
    static Bson before(String id, long position) {
        return Filters.and(Filters.eq("_id", id), Filters.lt("p", position));
    }

    /** A document that is there at that position or a later one makes the upsert a duplicate, which is no failure. */
    static <T> void bulk(MongoCollection<T> collection, List<WriteModel<T>> writes) {
        if (writes.isEmpty()) {
            return;
        }
        try {
            collection.bulkWrite(writes, IN_ANY_ORDER);
        } catch (MongoBulkWriteException e) {
            if (!StreamWriter.onlyDuplicates(e)) {
                throw e;
            }
        }
    }
}
