package uk.muster.query.ingest;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.WriteModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonDocument;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.event.SchoolEvent.SchoolDetails;
import uk.muster.kernel.event.SchoolEvent.SchoolDetailsChanged;
import uk.muster.kernel.event.SchoolEvent.SchoolRegistered;
import uk.muster.query.store.Projection;
import uk.muster.query.store.TrustDocument;

/** Writes by what the schools of a trust are found. */
final class TrustWriter {

    private final Projection projection;
    private boolean indexed;

    TrustWriter(Projection projection) {
        this.projection = projection;
    }

    /** @param events of schools, in the order of their positions */
    void write(List<RelayedEvent> events) {
        Map<String, WriteModel<BsonDocument>> writes = new LinkedHashMap<>();
        for (RelayedEvent event : events) {
            switch (event.fact().read()) {
                case SchoolRegistered e -> put(e, e.details(), event, writes);
                case SchoolDetailsChanged e -> put(e, e.details(), event, writes);
                default -> {}
            }
        }
        if (!writes.isEmpty()) {
            index();
            Guarded.bulk(projection.trusts(), List.copyOf(writes.values()));
        }
    }

    private static void put(
            SchoolEvent school,
            SchoolDetails details,
            RelayedEvent event,
            Map<String, WriteModel<BsonDocument>> writes) {
        long position = event.fact().position();
        String trust = Objects.requireNonNullElse(details.trust(), "");
        TrustDocument document = new TrustDocument(school.urn(), position, trust);
        writes.put(event.stream(), Guarded.replacement(event.stream(), position, document.write()));
    }

    /** Asked for again by each writer, for it may be the first. The store of standalone keeps none and looks through the few schools instead. */
    private void index() {
        if (!indexed) {
            projection.trusts().createIndex(Indexes.ascending(TrustDocument.TRUST));
            indexed = true;
        }
    }
}
