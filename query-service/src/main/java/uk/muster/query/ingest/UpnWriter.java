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
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilDetailsChanged;
import uk.muster.query.store.Projection;

/**
 * Writes at which schools a child is known, by the UPN's index. A place is added to a set and never taken out, so that processes which write different
 * schools may write one child at once, and writing a batch again changes nothing.
 */
final class UpnWriter {

    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final Projection projection;

    UpnWriter(Projection projection) {
        this.projection = projection;
    }

    /** @param events of pupils */
    void write(List<RelayedEvent> events) {
        Map<String, Set<BsonString>> places = new LinkedHashMap<>();
        for (RelayedEvent event : events) {
            indexOf(event)
                    .ifPresent(index -> places.computeIfAbsent(index, _ -> new LinkedHashSet<>())
                            .add(new BsonString(event.stream())));
        }
        if (!places.isEmpty()) {
            List<WriteModel<BsonDocument>> writes = new ArrayList<>(places.size());
            places.forEach((index, at) -> writes.add(new UpdateOneModel<>(
                    Filters.eq("_id", index), Updates.addEachToSet("s", List.copyOf(at)), UPSERT)));
            projection.upns().bulkWrite(writes, IN_ANY_ORDER);
        }
    }

    private static Optional<String> indexOf(RelayedEvent event) {
        return switch (event.fact().type()) {
            case "pupil-admitted.v1", "pupil-details-changed.v1" ->
                switch (event.fact().read()) {
                    case PupilAdmitted e -> Optional.of(e.placement().upnIndex());
                    case PupilDetailsChanged e -> Optional.of(e.placement().upnIndex());
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }
}
