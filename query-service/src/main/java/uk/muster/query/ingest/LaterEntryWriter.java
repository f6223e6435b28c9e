package uk.muster.query.ingest;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.LateArrivalRecorded;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.event.RegisterEvent.MarksAdded;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.query.store.Projection;

/**
 * Writes in which registers something happened to a pupil on a later day than the session's: marks entered late, amendments of another day. Whoever asks what
 * happened from a day on finds by it the few registers of earlier days that they need. A register is added to a set, so that writing a batch again changes nothing.
 */
final class LaterEntryWriter {

    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final Set<String> OF_CLASSES = Set.of("register-taken.v1", "marks-added.v1");

    private final Projection projection;

    LaterEntryWriter(Projection projection) {
        this.projection = projection;
    }

    /** @param events of registers */
    void write(List<RelayedEvent> events) {
        Map<String, Set<BsonString>> registers = new LinkedHashMap<>();
        events.stream().filter(LaterEntryWriter::mayBeLater).forEach(event -> add(event, registers));
        if (!registers.isEmpty()) {
            List<WriteModel<BsonDocument>> writes = new ArrayList<>(registers.size());
            registers.forEach((pupil, of) -> writes.add(new UpdateOneModel<>(
                    Filters.eq("_id", pupil), Updates.addEachToSet("r", List.copyOf(of)), UPSERT)));
            projection.laterEntries().bulkWrite(writes, IN_ANY_ORDER);
        }
    }

    /** A class's marks recorded on the day are of the day, since none is taken in the future: nearly all, and they need not be read. */
    private static boolean mayBeLater(RelayedEvent event) {
        return !OF_CLASSES.contains(event.fact().type())
                || isLater(RegisterId.parse(event.stream()), event.fact().recordedAt());
    }

    private static boolean isLater(RegisterId register, Instant at) {
        return London.dateOf(at).isAfter(register.session().date());
    }

    private static void add(RelayedEvent event, Map<String, Set<BsonString>> registers) {
        switch ((RegisterEvent) event.fact().read()) {
            case RegisterTaken e -> add(e.register(), e.takenAt(), pupils(e.marks()), registers);
            case MarksAdded e -> add(e.register(), e.takenAt(), pupils(e.marks()), registers);
            case LateArrivalRecorded e -> add(e.register(), e.arrivedAt(), List.of(e.pupil()), registers);
            case MarkAmended e -> add(e.register(), e.amendedAt(), List.of(e.pupil()), registers);
        }
    }

    private static List<PupilNumber> pupils(List<Mark> marks) {
        return marks.stream().map(Mark::pupil).toList();
    }

    private static void add(
            RegisterId register, Instant at, List<PupilNumber> pupils, Map<String, Set<BsonString>> registers) {
        if (isLater(register, at)) {
            pupils.forEach(pupil -> registers
                    .computeIfAbsent(register.urn() + "/" + pupil, _ -> new LinkedHashSet<>())
                    .add(new BsonString(register.toString())));
        }
    }
}
