package uk.muster.query.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;

/**
 * How far a projection holds a partition of the topic.
 *
 * @param next the offset to read from
 * @param last the ledger's position of the last event held; 0 for none
 */
public record Place(int partition, long next, long last) {

    /** All places of a projection, by partition; a partition of which nothing is held has none. */
    public static Map<Integer, Place> all(Projection projection) {
        Map<Integer, Place> places = new TreeMap<>();
        for (BsonDocument document : projection.positions().find()) {
            Place place = new Place(
                    document.getInt32("_id").getValue(),
                    document.getInt64("next").getValue(),
                    document.getInt64("last").getValue());
            places.put(place.partition(), place);
        }
        return places;
    }

    /** Stores places; a batch of events must be written before. */
    public static void store(Projection projection, Collection<Place> places) {
        List<WriteModel<BsonDocument>> writes =
                places.stream().map(Place::write).toList();
        projection.positions().bulkWrite(writes);
    }

    private WriteModel<BsonDocument> write() {
        BsonInt32 id = new BsonInt32(partition);
        return new ReplaceOneModel<>(
                Filters.eq("_id", id),
                new BsonDocument("_id", id).append("next", new BsonInt64(next)).append("last", new BsonInt64(last)),
                new ReplaceOptions().upsert(true));
    }
}
