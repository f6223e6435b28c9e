package uk.muster.query.pupil;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.pupil.GroupSpell;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.store.Fact;

/**
 * A pupil as they were known at an instant.
 *
 * @param facts all of them by then, in order
 * @param everPlaced every spell in a group that any of the facts gave, also those cut short or replaced since: marks were made under them
 */
public record Pupil(PupilState state, List<Fact> facts, Set<GroupSpell> everPlaced) {

    static Optional<Pupil> fold(List<Fact> facts) {
        PupilState state = null;
        Set<GroupSpell> placed = new LinkedHashSet<>();
        for (Fact fact : facts) {
            state = PupilState.evolve(state, (PupilEvent) fact.read());
            placed.addAll(state.groups());
        }
        return state == null ? Optional.empty() : Optional.of(new Pupil(state, facts, placed));
    }

    /** The group on a day, or else the last before it, or else the first after. */
    public Optional<GroupId> groupAround(LocalDate date) {
        return state.groupOn(date).or(() -> {
            List<GroupSpell> groups = state.groups();
            return groups.reversed().stream()
                    .filter(spell -> !spell.from().isAfter(date))
                    .findFirst()
                    .or(() -> groups.stream().findFirst())
                    .map(GroupSpell::group);
        });
    }
}
