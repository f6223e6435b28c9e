package uk.muster.query.ingest;

import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import uk.muster.query.store.ClassDocument;
import uk.muster.query.store.Projection;

/**
 * Writes who is in which class: classes, the list of a school's groups, and pupil numbers by the MIS's id. Documents are read, changed by all
 * that a batch says of them and written whole, each guarded by its position; a school that admits a thousand pupils in a row rewrites a
 * class once a batch, not once a pupil.
 */
final class RollWriter {

    private final Projection projection;

    RollWriter(Projection projection) {
        this.projection = projection;
    }

    void write(Collection<PlacementChange> changes) {
        writeGroups(changes);
        writeClasses(changes);
        writePupilIds(changes);
    }

    private void writeClasses(Collection<PlacementChange> changes) {
        Map<String, List<PlacementChange>> byClass = new LinkedHashMap<>();
        changes.forEach(change -> byClass.computeIfAbsent(change.classId(), id -> new ArrayList<>())
                .add(change));
        Map<String, ClassDocument> before = Projection.find(projection.classes(), byClass.keySet(), ClassDocument::id);
        List<WriteModel<ClassDocument>> writes = new ArrayList<>();
        byClass.forEach((id, of) -> {
            ClassDocument old = before.getOrDefault(id, ClassDocument.empty(id));
            ClassDocument changed = old;
            for (PlacementChange change : of) {
                if (change.position() > old.position()) {
                    changed = changed.with(change.pupil(), change.pupilId(), change.days(), change.position());
                }
            }
            if (changed.position() > old.position()) {
                writes.add(Guarded.replacement(id, changed.position(), changed));
            }
        });
        Guarded.bulk(projection.classes(), writes);
    }

    private void writeGroups(Collection<PlacementChange> changes) {
        Map<String, List<PlacementChange>> bySchool = new LinkedHashMap<>();
        changes.forEach(change -> bySchool.computeIfAbsent(change.urn().toString(), urn -> new ArrayList<>())
                .add(change));
        Map<String, BsonDocument> before = Projection.find(
                projection.groups(), bySchool.keySet(), d -> d.getString("_id").getValue());
        List<WriteModel<BsonDocument>> writes = new ArrayList<>();
        bySchool.forEach((urn, of) -> {
            Set<BsonString> groups = new LinkedHashSet<>();
            if (before.containsKey(urn)) {
                before.get(urn).getArray("g").forEach(group -> groups.add(group.asString()));
            }
            long position = 0;
            for (PlacementChange change : of) {
                if (groups.add(new BsonString(change.group().value()))) {
                    position = change.position();
                }
            }
            if (position > 0) {
                writes.add(Guarded.replacement(
                        urn,
                        position,
                        new BsonDocument("_id", new BsonString(urn))
                                .append("p", new BsonInt64(position))
                                .append("g", new BsonArray(List.copyOf(groups)))));
            }
        });
        Guarded.bulk(projection.groups(), writes);
    }

    private void writePupilIds(Collection<PlacementChange> changes) {
        Map<String, WriteModel<BsonDocument>> writes = new LinkedHashMap<>();
        for (PlacementChange change : changes) {
            if (change.pupilId() != null) {
                String id = change.urn() + "/" + change.pupilId();
                writes.put(
                        id,
                        Guarded.replacement(
                                id,
                                change.position(),
                                new BsonDocument("_id", new BsonString(id))
                                        .append("p", new BsonInt64(change.position()))
                                        .append(
                                                "n",
                                                new BsonString(change.pupil().value()))));
            }
        }
        Guarded.bulk(projection.pupilIds(), List.copyOf(writes.values()));
    }
}
