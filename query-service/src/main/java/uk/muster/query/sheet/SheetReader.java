package uk.muster.query.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.bson.BsonValue;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;
import uk.muster.query.store.ClassDocument;
import uk.muster.query.store.Fact;
import uk.muster.query.store.Projection;
import uk.muster.query.store.RegisterKey;
import uk.muster.query.store.StreamDocument;

/** Reads all that a sheet holds out of a projection: documents by their ids, as everywhere. */
final class SheetReader {

    private final Projection projection;
    private final Urn urn;
    private final Predicate<Fact> taken;

    /** @param taken which facts are; the others are passed over */
    SheetReader(Projection projection, Urn urn, Predicate<Fact> taken) {
        this.projection = projection;
        this.urn = urn;
        this.taken = taken;
    }

    /**
     * Every fact of the school, its pupils and its registers, in the order of their positions; none when the school is not known.
     *
     * @param from,to first and last date of sessions, both inclusive
     */
    List<Fact> read(LocalDate from, LocalDate to) {
        List<Fact> facts = new ArrayList<>();
        Projection.find(projection.schools(), urn.toString()).ifPresent(document -> add(document, facts));
        Optional<School> school = Schools.fold(facts);
        if (school.isEmpty()) {
            return List.of();
        }
        List<ClassDocument> classes = classes();
        Set<String> pupils = new LinkedHashSet<>();
        classes.forEach(each -> each.members().keySet().forEach(number -> pupils.add(urn + "/" + number)));
        Projection.forEach(projection.pupils(), pupils, document -> add(document, facts));
        Projection.forEach(
                projection.registers(),
                registers(classes, school.get().sessionsEver(from, to)),
                document -> add(document, facts));
        facts.sort(Comparator.comparingLong(Fact::position));
        return facts;
    }

    private void add(StreamDocument document, List<Fact> facts) {
        document.facts().stream().filter(taken).forEach(facts::add);
    }

    private List<ClassDocument> classes() {
        List<String> ids = Projection.find(projection.groups(), urn.toString()).stream()
                .flatMap(document -> document.getArray("g").stream())
                .map(BsonValue::asString)
                .map(group -> ClassDocument.idOf(urn, new GroupId(group.getValue())))
                .toList();
        List<ClassDocument> classes = new ArrayList<>();
        Projection.forEach(projection.classes(), ids, classes::add);
        return classes;
    }

    private List<String> registers(List<ClassDocument> classes, SortedSet<SessionKey> sessions) {
        List<String> ids = new ArrayList<>(classes.size() * sessions.size());
        for (ClassDocument each : classes) {
            GroupId group = each.group();
            sessions.forEach(session -> ids.add(RegisterKey.of(new RegisterId(urn, session, group))));
        }
        return ids;
    }
}
