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
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilDetailsChanged;
import uk.muster.query.store.Projection;

/**
 * Writes at which schools a child is known, by the UPN's index, and which of a school's pupils are known at others. A place is added to a set and never taken out, so that processes which write different
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
            projection.upns().bulkWrite(additions("s", places), IN_ANY_ORDER);
            writeKnownElsewhere(places.keySet());
        }
    }

    /** Read after the places were added: of two processes that add one child at once the later reads both. */
    private void writeKnownElsewhere(Set<String> indexes) {
        Map<String, Set<BsonString>> numbers = new LinkedHashMap<>();
        Projection.forEach(projection.upns(), indexes, document -> {
            BsonArray places = document.getArray("s");
            if (places.size() > 1) {
                places.forEach(place -> {
                    String[] parts = place.asString().getValue().split("/", 2);
                    numbers.computeIfAbsent(parts[0], _ -> new LinkedHashSet<>())
                            .add(new BsonString(parts[1]));
                });
            }
        });
        if (!numbers.isEmpty()) {
            projection.knownElsewhere().bulkWrite(additions("n", numbers), IN_ANY_ORDER);
        }
    }

    private static List<WriteModel<BsonDocument>> additions(String field, Map<String, Set<BsonString>> byId) {
        List<WriteModel<BsonDocument>> writes = new ArrayList<>(byId.size());
        byId.forEach((id, values) -> writes.add(
                new UpdateOneModel<>(Filters.eq("_id", id), Updates.addEachToSet(field, List.copyOf(values)), UPSERT)));
        return writes;
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
