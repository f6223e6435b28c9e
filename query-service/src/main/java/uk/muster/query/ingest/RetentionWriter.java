package uk.muster.query.ingest;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonString;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.RetentionEvent.KeysDestroyed;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.keys.Opener;
import uk.muster.query.store.ClassDocument;
import uk.muster.query.store.ClassDocument.Member;
import uk.muster.query.store.Fact;
import uk.muster.query.store.OpenTasks;
import uk.muster.query.store.OpenTasks.OpenTask;
import uk.muster.query.store.Projection;
import uk.muster.query.store.StreamDocument;
import uk.muster.query.store.TaskDocument;

/**
 * Follows a disposal: keys that are in memory are dropped, and of pupils of whom no key is left everything goes by which they could be found. What was
 * sealed stays in the streams' documents, as in the ledger, and nobody can open it.
 */
final class RetentionWriter {

    private final Projection projection;
    private final Opener opener;

    RetentionWriter(Projection projection, Opener opener) {
        this.projection = projection;
        this.opener = opener;
    }

    /** @param events of schools' retention, in the order of their positions */
    void write(List<RelayedEvent> events) {
        for (RelayedEvent event : events) {
            if (event.fact().read() instanceof KeysDestroyed destroyed) {
                opener.forgetKeys();
                if (!destroyed.forgotten().isEmpty()) {
                    forget(
                            destroyed.urn(),
                            new HashSet<>(destroyed.forgotten()),
                            event.fact().position());
                }
            }
        }
    }

    private void forget(Urn urn, Set<PupilNumber> pupils, long position) {
        dropUpns(urn, pupils);
        projection
                .knownElsewhere()
                .updateOne(
                        Filters.eq("_id", urn.toString()),
                        Updates.pullAll(
                                "n", pupils.stream().map(PupilNumber::value).toList()));
        dropIds(urn, pupils, position);
        dropOpenTasks(urn, pupils, position);
        for (PupilNumber pupil : pupils) {
            projection
                    .tasks()
                    .deleteMany(Filters.and(
                            Filters.eq(TaskDocument.URN, urn.toString()),
                            Filters.regex("_id", "^" + Pattern.quote(pupil + "."))));
        }
    }

    private void dropOpenTasks(Urn urn, Set<PupilNumber> pupils, long position) {
        Projection.find(projection.openTasks(), urn.toString()).ifPresent(open -> {
            Set<String> theirs = open.tasks().stream()
                    .map(OpenTask::id)
                    .filter(id -> pupils.contains(AbsenceEntryId.parse(id).pupil()))
                    .collect(Collectors.toSet());
            if (!theirs.isEmpty()) {
                OpenTasks after = open.after(List.of(), theirs, Math.max(open.position(), position));
                projection
                        .openTasks()
                        .replaceOne(Filters.and(Filters.eq("_id", open.id()), Filters.eq("p", open.position())), after);
            }
        });
    }

    private void dropUpns(Urn urn, Set<PupilNumber> pupils) {
        List<String> streams = pupils.stream().map(pupil -> urn + "/" + pupil).toList();
        Map<String, StreamDocument> found = Projection.find(projection.pupils(), streams, StreamDocument::id);
        found.forEach((stream, document) -> upnsOf(document)
                .forEach(index -> projection
                        .upns()
                        .updateOne(Filters.eq("_id", index), Updates.pull("s", new BsonString(stream)))));
    }

    /** Every index that a pupil's UPN ever had: it may have been corrected. */
    private static Set<String> upnsOf(StreamDocument document) {
        Set<String> indexes = new HashSet<>();
        PupilState state = null;
        for (Fact fact : document.facts()) {
            state = PupilState.evolve(state, (PupilEvent) fact.read());
            indexes.add(state.placement().upnIndex());
        }
        return indexes;
    }

    private void dropIds(Urn urn, Set<PupilNumber> pupils, long position) {
        List<WriteModel<ClassDocument>> changed = new ArrayList<>();
        for (ClassDocument document : classesOf(urn)) {
            SortedMap<PupilNumber, Member> named = new TreeMap<>(document.members());
            named.keySet().retainAll(pupils);
            named.values().removeIf(member -> member.pupilId() == null);
            ClassDocument after = document;
            for (Map.Entry<PupilNumber, Member> each : named.entrySet()) {
                dropId(urn, each.getKey(), each.getValue());
                after = after.withoutIdOf(each.getKey(), position);
            }
            if (!named.isEmpty()) {
                changed.add(new ReplaceOneModel<>(
                        Filters.and(Filters.eq("_id", after.id()), Filters.eq("p", document.position())), after));
            }
        }
        if (!changed.isEmpty()) {
            projection.classes().bulkWrite(changed);
        }
    }

    /** The id may stand for another child by now. */
    private void dropId(Urn urn, PupilNumber pupil, Member member) {
        projection
                .pupilIds()
                .deleteOne(
                        Filters.and(Filters.eq("_id", urn + "/" + member.pupilId()), Filters.eq("n", pupil.value())));
    }

    private List<ClassDocument> classesOf(Urn urn) {
        List<String> ids = Projection.find(projection.groups(), urn.toString()).stream()
                .flatMap(document -> document.getArray("g").stream())
                .map(group ->
                        ClassDocument.idOf(urn, new GroupId(group.asString().getValue())))
                .toList();
        return List.copyOf(
                Projection.find(projection.classes(), ids, ClassDocument::id).values());
    }
}
