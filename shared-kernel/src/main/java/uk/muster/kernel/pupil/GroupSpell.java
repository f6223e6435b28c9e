package uk.muster.kernel.pupil;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;

/** Days on which a pupil takes registration with a group; both ends inclusive, no end while it lasts. */
public record GroupSpell(
        GroupId group, LocalDate from, @Nullable LocalDate until) {

    public boolean holds(LocalDate date) {
        return !date.isBefore(from) && (until == null || !date.isAfter(until));
    }

    /** Spells after a move: nothing else holds from that day on. */
    public static List<GroupSpell> moved(List<GroupSpell> spells, GroupId group, LocalDate from) {
        List<GroupSpell> all = new ArrayList<>(cut(spells, from.minusDays(1)));
        all.add(new GroupSpell(group, from, null));
        return List.copyOf(all);
    }

    /** Spells when nothing holds after a last day. */
    public static List<GroupSpell> cut(List<GroupSpell> spells, LocalDate last) {
        return spells.stream()
                .filter(spell -> !spell.from.isAfter(last))
                .map(spell -> spell.endingBy(last))
                .toList();
    }

    private GroupSpell endingBy(LocalDate last) {
        return until != null && !until.isAfter(last) ? this : new GroupSpell(group, from, last);
    }
}
