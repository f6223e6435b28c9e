package uk.muster.query.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/**
 * A class with everyone who was ever placed in it, also for a time only planned: whoever asks what was known at an instant finds them here.
 *
 * @param id {@code urn/group}
 * @param position of the last event that changed it
 */
public record ClassDocument(String id, long position, SortedMap<PupilNumber, Member> members) {

    public ClassDocument {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /**
     * A pupil of the class.
     *
     * @param pupilId the MIS's id; null when the pupil's key was destroyed before this was written
     * @param known what was known of their days in this class, oldest first, at least one
     */
    public record Member(@Nullable String pupilId, List<Known> known) {

        public Member {
            known = List.copyOf(known);
        }

        /** Whether the pupil is in the class on a day, as far as was known at an instant, that instant included. */
        public boolean isMemberOn(LocalDate date, Instant asOf) {
            return spellsAt(asOf).stream().anyMatch(spell -> spell.holds(date));
        }

        /** Whether the pupil had ever been placed in the class, as far as was known at an instant. */
        boolean wasPlacedBy(Instant asOf) {
            return known.stream().anyMatch(each -> each.isKnownAt(asOf) && !each.spells.isEmpty());
        }

        private List<Spell> spellsAt(Instant asOf) {
            return known.reversed().stream()
                    .filter(each -> each.isKnownAt(asOf))
                    .findFirst()
                    .map(Known::spells)
                    .orElse(List.of());
        }

        private Member with(@Nullable String id, Known later) {
            if (known.getLast().spells.equals(later.spells)) {
                return new Member(id, known);
            }
            List<Known> all = new ArrayList<>(known);
            all.add(later);
            return new Member(id, all);
        }
    }

    /**
     * The days of a pupil in the class from the recording of an event on, until that of the next.
     *
     * @param spells empty when none was left
     */
    public record Known(Instant recordedAt, List<Spell> spells) {

        public Known {
            spells = List.copyOf(spells);
        }

        private boolean isKnownAt(Instant asOf) {
            return !recordedAt.isAfter(asOf);
        }
    }

    /** Days in the class, both ends inclusive, no end while it lasts. */
    public record Spell(LocalDate from, @Nullable LocalDate until) {

        boolean holds(LocalDate date) {
            return !date.isBefore(from) && (until == null || !date.isAfter(until));
        }
    }

    public static String idOf(Urn urn, GroupId group) {
        return urn + "/" + group;
    }

    public GroupId group() {
        return new GroupId(id.substring(id.indexOf('/') + 1));
    }

    /** A class in which nobody was ever placed. */
    public static ClassDocument empty(String id) {
        return new ClassDocument(id, 0, Collections.emptySortedMap());
    }

    /** Whether anybody had ever been placed in the class, as far as was known at an instant, that instant included. */
    public boolean isKnownAt(Instant asOf) {
        return members.values().stream().anyMatch(member -> member.wasPlacedBy(asOf));
    }

    /** The class with a member as they are after an event. */
    public ClassDocument with(PupilNumber pupil, @Nullable String pupilId, Known later, long after) {
        Member before = members.get(pupil);
        Member member = before == null ? new Member(pupilId, List.of(later)) : before.with(pupilId, later);
        return with(pupil, member, after);
    }

    /** The class without the MIS's id of a member whose key was destroyed. */
    public ClassDocument withoutIdOf(PupilNumber pupil, long after) {
        Member before = members.get(pupil);
        return before == null ? this : with(pupil, new Member(null, before.known), after);
    }

    private ClassDocument with(PupilNumber pupil, Member member, long after) {
        SortedMap<PupilNumber, Member> all = new TreeMap<>(members);
        all.put(pupil, member);
        return new ClassDocument(id, Math.max(position, after), all);
    }
}
