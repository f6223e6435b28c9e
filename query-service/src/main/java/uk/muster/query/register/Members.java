package uk.muster.query.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.keys.Opener;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.store.ClassDocument;

/**
 * Who was in a group on which day, as it was known at an instant.
 *
 * @param document the class with everyone ever placed in it, from which ids are known
 * @param asOf inclusive; {@link Instant#MAX} for now
 */
record Members(ClassDocument document, Instant asOf) {

    static Members of(Pupils pupils, Urn urn, GroupId group, Instant asOf) {
        return new Members(pupils.classOf(urn, group).orElse(ClassDocument.empty("")), asOf);
    }

    Set<PupilNumber> on(LocalDate date) {
        Set<PupilNumber> members = new TreeSet<>();
        document.members().forEach((number, member) -> {
            if (member.isMemberOn(date, asOf)) {
                members.add(number);
            }
        });
        return members;
    }

    /** Whether anybody was ever placed in the group, as far as was known. */
    boolean isKnown() {
        return document.isKnownAt(asOf);
    }

    /** What the MIS calls a member; {@value Opener#ERASED} where that is gone. */
    String idOf(PupilNumber member) {
        return Objects.requireNonNullElse(
                Objects.requireNonNull(document.members().get(member)).pupilId(), Opener.ERASED);
    }
}
