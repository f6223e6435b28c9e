package uk.muster.query.store;

import java.time.LocalDate;
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
     * @param spells the days in this class, as they stand now; empty when none was left
     */
    public record Member(@Nullable String pupilId, List<Spell> spells) {

        public Member {
            spells = List.copyOf(spells);
        }

        public boolean isMemberOn(LocalDate date) {
            return spells.stream().anyMatch(spell -> spell.holds(date));
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

    /** The class with a member as they are after an event. */
    public ClassDocument with(PupilNumber pupil, Member member, long after) {
        SortedMap<PupilNumber, Member> all = new TreeMap<>(members);
        all.put(pupil, member);
        return new ClassDocument(id, Math.max(position, after), all);
    }
}
