package uk.muster.query.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.PupilEvent.PupilCarriedForward;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.pupil.GroupSpell;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.keys.Opener;
import uk.muster.query.store.ClassDocument.Known;
import uk.muster.query.store.ClassDocument.Spell;
import uk.muster.query.store.Fact;
import uk.muster.query.store.Projection;
import uk.muster.query.store.StreamDocument;

/** Works out which classes a batch of pupils' events changes, by the kernel's own fold of a pupil. */
final class Placements {

    private static final Set<String> CHANGING = Set.of(
            "pupil-admitted.v1", "pupil-moved-group.v1", "pupil-removed-from-roll.v1", "pupil-carried-forward.v1");

    private final Projection projection;
    private final Opener opener;

    Placements(Projection projection, Opener opener) {
        this.projection = projection;
        this.opener = opener;
    }

    /** @param events of pupils, in the order of their positions */
    List<PlacementChange> of(List<RelayedEvent> events) {
        Map<String, List<RelayedEvent>> byPupil = events.stream()
                .collect(Collectors.groupingBy(RelayedEvent::stream, LinkedHashMap::new, Collectors.toList()));
        byPupil.values()
                .removeIf(of ->
                        of.stream().noneMatch(e -> CHANGING.contains(e.fact().type())));
        Map<String, StreamDocument> before =
                Projection.find(projection.pupils(), begunEarlier(byPupil), StreamDocument::id);
        List<Pupil> pupils = new ArrayList<>();
        byPupil.forEach((stream, of) -> pupils.add(fold(before.get(stream), of)));
        opener.prepare(pupils.stream().map(pupil -> pupil.state().identity()).toList());
        return pupils.stream()
                .flatMap(this::changes)
                .sorted((a, b) -> Long.compare(a.position(), b.position()))
                .toList();
    }

    private static Set<String> begunEarlier(Map<String, List<RelayedEvent>> byPupil) {
        return byPupil.entrySet().stream()
                .filter(of -> of.getValue().getFirst().seq() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Pupil fold(@Nullable StreamDocument before, List<RelayedEvent> events) {
        PupilState state = null;
        if (before != null) {
            for (Fact fact : before.facts()) {
                if (fact.position() < events.getFirst().fact().position()) {
                    state = PupilState.evolve(state, (PupilEvent) fact.read());
                }
            }
        }
        List<Touched> touched = new ArrayList<>();
        for (RelayedEvent event : events) {
            PupilEvent fact = (PupilEvent) event.fact().read();
            PupilState after = PupilState.evolve(state, fact);
            for (GroupId group : groupsOf(state, after)) {
                List<Spell> spells = spells(after, group);
                // What was carried forward opens an id that may not have opened before.
                if (state == null
                        || fact instanceof PupilCarriedForward
                        || !spells(state, group).equals(spells)) {
                    touched.add(new Touched(
                            group,
                            event.fact().position(),
                            new Known(event.fact().recordedAt(), spells)));
                }
            }
            state = after;
        }
        return new Pupil(Objects.requireNonNull(state), touched);
    }

    private static Set<GroupId> groupsOf(@Nullable PupilState before, PupilState after) {
        Stream<GroupSpell> earlier = before == null ? Stream.empty() : before.groups().stream();
        return Stream.concat(earlier, after.groups().stream())
                .map(GroupSpell::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<PlacementChange> changes(Pupil pupil) {
        PupilState state = pupil.state();
        String pupilId = opener.text(state.identity())
                .map(json ->
                        KernelJson.mapper().readValue(json, PupilIdentity.class).pupilId())
                .orElse(null);
        return pupil.touched().stream()
                .map(each -> new PlacementChange(
                        state.urn(), each.group(), state.pupil(), pupilId, each.position(), each.days()));
    }

    private static List<Spell> spells(PupilState state, GroupId group) {
        return state.groups().stream()
                .filter(spell -> spell.group().equals(group))
                .map(spell -> new Spell(spell.from(), spell.until()))
                .toList();
    }

    /** A pupil at the end of a batch, and how its events changed classes. */
    private record Pupil(PupilState state, List<Touched> touched) {}

    private record Touched(GroupId group, long position, Known days) {}
}
