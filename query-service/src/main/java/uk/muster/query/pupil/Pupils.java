package uk.muster.query.pupil;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.keys.Opener;
import uk.muster.query.store.ClassDocument;
import uk.muster.query.store.ClassDocument.Member;
import uk.muster.query.store.Projection;

/** Reads pupils and classes out of the live projection. */
public final class Pupils {

    private final Supplier<Projection> live;
    private final Opener opener;

    public Pupils(Supplier<Projection> live, Opener opener) {
        this.live = live;
        this.opener = opener;
    }

    /**
     * The pupil as they were known at an instant, that instant included.
     *
     * @throws uk.muster.http.problem.ProblemException 404 when no such pupil was known then
     */
    public Pupil require(Urn urn, PupilId id, Instant asOf) {
        return Projection.find(live.get().pupilIds(), urn + "/" + id)
                .map(document -> new PupilNumber(document.getString("n").getValue()))
                .flatMap(number ->
                        Optional.ofNullable(all(urn, List.of(number), asOf).get(number)))
                .orElseThrow(() -> Problem.unknown("There is no such pupil.").asException());
    }

    /** Pupils by what the MIS calls them, as they are now; one that is not known is absent. */
    public Map<String, Pupil> byId(Urn urn, Collection<String> ids) {
        Map<PupilNumber, String> numbers = new HashMap<>();
        Projection.forEach(
                live.get().pupilIds(),
                ids.stream().map(id -> urn + "/" + id).toList(),
                document -> numbers.put(
                        new PupilNumber(document.getString("n").getValue()),
                        document.getString("_id")
                                .getValue()
                                .substring(urn.toString().length() + 1)));
        Map<String, Pupil> found = new HashMap<>();
        all(urn, numbers.keySet(), Instant.MAX).forEach((number, pupil) -> found.put(numbers.get(number), pupil));
        return found;
    }

    /** Those of the pupils that were known at an instant. */
    public Map<PupilNumber, Pupil> all(Urn urn, Collection<PupilNumber> numbers, Instant asOf) {
        List<String> ids = numbers.stream().map(number -> urn + "/" + number).toList();
        Map<PupilNumber, Pupil> found = new HashMap<>();
        Projection.forEach(
                live.get().pupils(),
                ids,
                document -> Pupil.fold(document.knownAt(asOf))
                        .ifPresent(pupil -> found.put(pupil.state().pupil(), pupil)));
        return found;
    }

    /**
     * Each child who is or was on roll at other schools too, by the UPN, as they were known there at an instant; the others are absent.
     *
     * @param asOf inclusive; {@link Instant#MAX} for now
     */
    public Map<PupilNumber, List<Pupil>> elsewhere(Collection<PupilState> children, Instant asOf) {
        List<PupilState> known = knownElsewhere(children);
        return known.isEmpty() ? Map.of() : placesOf(known, asOf);
    }

    private List<PupilState> knownElsewhere(Collection<PupilState> children) {
        Set<String> numbers = new HashSet<>();
        Projection.forEach(
                live.get().knownElsewhere(),
                children.stream().map(child -> child.urn().toString()).collect(Collectors.toSet()),
                school -> school.getArray("n")
                        .forEach(number -> numbers.add(number.asString().getValue())));
        return children.stream()
                .filter(child -> numbers.contains(child.pupil().value()))
                .toList();
    }

    private Map<PupilNumber, List<Pupil>> placesOf(Collection<PupilState> children, Instant asOf) {
        Map<String, BsonDocument> places = Projection.find(
                live.get().upns(),
                children.stream().map(Pupils::upnOf).toList(),
                document -> document.getString("_id").getValue());
        Map<Urn, Set<PupilNumber>> wanted = new TreeMap<>();
        places.values()
                .forEach(document -> placesOf(document)
                        .filter(_ -> document.getArray("s").size() > 1)
                        .forEach(place -> wanted.computeIfAbsent(place.urn(), _ -> new HashSet<>())
                                .add(place.number())));
        Map<String, List<Pupil>> byUpn = wanted.entrySet().stream()
                .flatMap(each -> all(each.getKey(), each.getValue(), asOf).values().stream())
                .collect(Collectors.groupingBy(pupil -> upnOf(pupil.state())));
        Map<PupilNumber, List<Pupil>> found = new HashMap<>();
        for (PupilState child : children) {
            List<Pupil> others = byUpn.getOrDefault(upnOf(child), List.of()).stream()
                    .filter(pupil -> !pupil.state().urn().equals(child.urn()))
                    .toList();
            if (!others.isEmpty()) {
                found.put(child.pupil(), others);
            }
        }
        return found;
    }

    private record Known(Urn urn, PupilNumber number) {}

    private static Stream<Known> placesOf(BsonDocument upn) {
        return upn.getArray("s").stream()
                .map(place -> place.asString().getValue().split("/", 2))
                .map(place -> new Known(Urn.parse(place[0]), new PupilNumber(place[1])));
    }

    private static String upnOf(PupilState pupil) {
        return pupil.placement().upnIndex();
    }

    /** The class with everyone ever placed in it; empty when nobody ever was. */
    public Optional<ClassDocument> classOf(Urn urn, GroupId group) {
        return Projection.find(live.get().classes(), ClassDocument.idOf(urn, group));
    }

    /** Every class of the school, by group. */
    public SortedMap<GroupId, ClassDocument> classes(Urn urn) {
        List<GroupId> groups = Projection.find(live.get().groups(), urn.toString())
                .map(document -> document.getArray("g").stream()
                        .map(BsonValue::asString)
                        .map(group -> new GroupId(group.getValue()))
                        .toList())
                .orElse(List.of());
        Map<String, ClassDocument> found = Projection.find(
                live.get().classes(),
                groups.stream().map(group -> ClassDocument.idOf(urn, group)).toList(),
                ClassDocument::id);
        SortedMap<GroupId, ClassDocument> classes = new TreeMap<>();
        groups.forEach(group -> {
            ClassDocument document = found.get(ClassDocument.idOf(urn, group));
            if (document != null) {
                classes.put(group, document);
            }
        });
        return classes;
    }

    /** What the MIS calls pupils: from their class where they are in it, else from their own record; {@value Opener#ERASED} where that is gone. */
    public Map<PupilNumber, String> idsOf(Urn urn, Collection<PupilNumber> numbers, ClassDocument group) {
        Map<PupilNumber, String> ids = new HashMap<>();
        List<PupilNumber> elsewhere = new ArrayList<>();
        for (PupilNumber number : numbers) {
            Member member = group.members().get(number);
            if (member == null) {
                elsewhere.add(number);
            } else {
                ids.put(number, Objects.requireNonNullElse(member.pupilId(), Opener.ERASED));
            }
        }
        if (!elsewhere.isEmpty()) {
            ids.putAll(idsOf(urn, elsewhere));
        }
        return ids;
    }

    /** What the MIS calls pupils, from their own records; {@value Opener#ERASED} where that is gone. */
    public Map<PupilNumber, String> idsOf(Urn urn, Collection<PupilNumber> numbers) {
        Map<PupilNumber, Pupil> found = all(urn, numbers, Instant.MAX);
        opener.prepare(
                found.values().stream().map(pupil -> pupil.state().identity()).toList());
        Map<PupilNumber, String> ids = new HashMap<>();
        found.forEach((number, pupil) -> ids.put(
                number,
                opener.text(pupil.state().identity())
                        .map(json -> KernelJson.mapper()
                                .readValue(json, PupilIdentity.class)
                                .pupilId())
                        .orElse(Opener.ERASED)));
        return ids;
    }
}
