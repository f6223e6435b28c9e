package uk.muster.query.ingest;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
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
import org.bson.BsonDocument;
import org.bson.BsonString;
import uk.muster.kernel.event.SchoolEvent.SchoolDetails;
import uk.muster.kernel.event.SchoolEvent.SchoolDetailsChanged;
import uk.muster.kernel.event.SchoolEvent.SchoolRegistered;
import uk.muster.query.store.Projection;

/**
 * Writes which schools ever named a trust as theirs. A school is added to a set and never taken out, so that whoever asks what was known at an instant
 * finds it, and writing a batch again changes nothing.
 */
final class TrustWriter {

    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final Projection projection;

    TrustWriter(Projection projection) {
        this.projection = projection;
    }

    /** @param events of schools */
    void write(List<RelayedEvent> events) {
        Map<String, Set<BsonString>> schools = new LinkedHashMap<>();
        for (RelayedEvent event : events) {
            switch (event.fact().read()) {
                case SchoolRegistered e -> put(e.details(), event, schools);
                case SchoolDetailsChanged e -> put(e.details(), event, schools);
                default -> {}
            }
        }
        if (!schools.isEmpty()) {
            List<WriteModel<BsonDocument>> writes = new ArrayList<>(schools.size());
            schools.forEach((trust, urns) -> writes.add(new UpdateOneModel<>(
                    Filters.eq("_id", trust), Updates.addEachToSet("s", List.copyOf(urns)), UPSERT)));
            projection.trusts().bulkWrite(writes, IN_ANY_ORDER);
        }
    }

    private static void put(SchoolDetails details, RelayedEvent event, Map<String, Set<BsonString>> schools) {
        if (details.trust() != null) {
            schools.computeIfAbsent(details.trust(), _ -> new LinkedHashSet<>()).add(new BsonString(event.urn()));
        }
    }
}
