package uk.muster.kernel.pupil;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.PupilEvent.ContactsChanged;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.event.PupilEvent.Placement;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilCarriedForward;
import uk.muster.kernel.event.PupilEvent.PupilDetailsChanged;
import uk.muster.kernel.event.PupilEvent.PupilMovedGroup;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.PupilEvent.VulnerabilityFlagsChanged;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

/**
 * A pupil as the admission register has them: the fold of their facts in the order in which they were recorded.
 *
 * @param roll spells on roll, oldest first; the last may be open
 * @param groups spells in groups, oldest first, never two on one day
 * @param earlierSessions what was last imported from an earlier school
 */
public record PupilState(
        Urn urn,
        PupilNumber pupil,
        Sealed identity,
        Placement placement,
        Sealed details,
        Sealed contacts,
        Sealed flags,
        List<RollSpell> roll,
        List<GroupSpell> groups,
        @Nullable EarlierSessionsImported earlierSessions) {

    /**
     * What the stored facts of a pupil come to, in their order.
     *
     * @throws IllegalStateException when there are none, or the first is not an admission
     */
    public static PupilState fold(Iterable<StoredEvent> stream) {
        PupilState state = null;
        for (StoredEvent stored : stream) {
            state = evolve(state, (PupilEvent) EventTypes.read(stored.type(), stored.payload()));
        }
        if (state == null) {
            throw new IllegalStateException("A pupil without facts was met.");
        }
        return state;
    }

    /**
     * The pupil after one more fact; {@code state} is null before the first.
     *
     * @throws IllegalStateException when the first fact is not an admission
     */
    public static PupilState evolve(@Nullable PupilState state, PupilEvent event) {
        if (event instanceof PupilAdmitted admitted) {
            return admit(state, admitted);
        }
        if (state == null) {
            throw new IllegalStateException("The facts of a pupil begin with an admission.");
        }
        return switch (event) {
            case PupilAdmitted e -> admit(state, e);
            case PupilDetailsChanged e -> state.with(e.placement(), e.details());
            case VulnerabilityFlagsChanged e -> state.withFlags(e.flags());
            case ContactsChanged e -> state.withContacts(e.contacts());
            case PupilMovedGroup e -> state.withSpells(state.roll, GroupSpell.moved(state.groups, e.group(), e.from()));
            case EarlierSessionsImported e -> state.withEarlierSessions(e);
            case PupilCarriedForward e -> state.carried(e);
            case PupilRemovedFromRoll e ->
                state.withSpells(removed(state.roll, e), GroupSpell.cut(state.groups, e.on()));
        };
    }

    /** Whether the name stands on the admission register on a day. */
    public boolean onRoll(LocalDate date) {
        return roll.stream().anyMatch(spell -> spell.holds(date));
    }

    /** The last day on roll; empty while the name stands. */
    public Optional<LocalDate> leaves() {
        return Optional.ofNullable(roll.getLast().until());
    }

    /** The group with which the pupil takes registration on a day. */
    public Optional<GroupId> groupOn(LocalDate date) {
        return groups.stream()
                .filter(spell -> spell.holds(date))
                .map(GroupSpell::group)
                .findFirst();
    }

    /** The spell that is open, if the name stands. */
    public Optional<RollSpell> openSpell() {
        return Optional.of(roll.getLast()).filter(spell -> spell.until() == null);
    }

    private static PupilState admit(@Nullable PupilState before, PupilAdmitted e) {
        List<RollSpell> roll = before == null ? List.of() : before.roll;
        List<GroupSpell> groups = before == null ? List.of() : before.groups;
        return new PupilState(
                e.urn(),
                e.pupil(),
                e.identity(),
                e.placement(),
                e.details(),
                e.contacts(),
                e.flags(),
                append(roll, new RollSpell(e.admittedOn(), null, null)),
                GroupSpell.moved(groups, e.group(), e.groupFrom()),
                before == null ? null : before.earlierSessions);
    }

    private static List<RollSpell> removed(List<RollSpell> roll, PupilRemovedFromRoll e) {
        List<RollSpell> all = new ArrayList<>(roll);
        RollSpell open = all.removeLast();
        all.add(new RollSpell(open.from(), e.on(), e.ground()));
        return List.copyOf(all);
    }

    private static <T> List<T> append(List<T> list, T last) {
        List<T> all = new ArrayList<>(list);
        all.add(last);
        return List.copyOf(all);
    }

    private PupilState with(Placement newPlacement, Sealed newDetails) {
        return new PupilState(
                urn, pupil, identity, newPlacement, newDetails, contacts, flags, roll, groups, earlierSessions);
    }

    private PupilState carried(PupilCarriedForward e) {
        return new PupilState(
                urn,
                pupil,
                e.identity(),
                placement,
                e.details(),
                e.contacts(),
                e.flags(),
                roll,
                groups,
                earlierSessions);
    }

    private PupilState withFlags(Sealed newFlags) {
        return new PupilState(
                urn, pupil, identity, placement, details, contacts, newFlags, roll, groups, earlierSessions);
    }

    private PupilState withContacts(Sealed newContacts) {
        return new PupilState(
                urn, pupil, identity, placement, details, newContacts, flags, roll, groups, earlierSessions);
    }

    private PupilState withSpells(List<RollSpell> newRoll, List<GroupSpell> newGroups) {
        return new PupilState(
                urn, pupil, identity, placement, details, contacts, flags, newRoll, newGroups, earlierSessions);
    }

    private PupilState withEarlierSessions(EarlierSessionsImported imported) {
        return new PupilState(urn, pupil, identity, placement, details, contacts, flags, roll, groups, imported);
    }
}
