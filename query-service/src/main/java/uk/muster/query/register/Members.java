package uk.muster.query.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.keys.Opener;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.store.ClassDocument;

/** Who was in a group on which day, as it was known at an instant. */
final class Members {

    private final GroupId group;
    private final ClassDocument document;

    /** Everyone ever placed in the group as known then; empty for now, which the document itself tells. */
    private final Optional<Collection<Pupil>> then;

    private Members(GroupId group, ClassDocument document, Optional<Collection<Pupil>> then) {
        this.group = group;
        this.document = document;
        this.then = then;
    }

    /** @param asOf inclusive; {@link Instant#MAX} for now */
    static Members of(Pupils pupils, Urn urn, GroupId group, Instant asOf) {
        ClassDocument document = pupils.classOf(urn, group).orElse(ClassDocument.empty(""));
        return new Members(
                group,
                document,
                asOf.equals(Instant.MAX)
                        ? Optional.empty()
                        : Optional.of(pupils.all(urn, document.members().keySet(), asOf)
                                .values()));
    }

    /** The class with everyone ever placed in it, from which ids are known. */
    ClassDocument document() {
        return document;
    }

    Set<PupilNumber> on(LocalDate date) {
        Set<PupilNumber> members = new TreeSet<>();
        then.ifPresentOrElse(
                known -> known.stream()
                        .filter(pupil -> pupil.state().groupOn(date).equals(Optional.of(group)))
                        .forEach(pupil -> members.add(pupil.state().pupil())),
                () -> document.members().forEach((number, member) -> {
                    if (member.isMemberOn(date)) {
                        members.add(number);
                    }
                }));
        return members;
    }

    /** Whether anybody was ever placed in the group, as far as was known. */
    boolean isKnown() {
        return then.map(known -> known.stream()
                        .flatMap(pupil -> pupil.everPlaced().stream())
                        .anyMatch(spell -> spell.group().equals(group)))
                .orElse(!document.members().isEmpty());
    }

    /** What the MIS calls a member; {@value Opener#ERASED} where that is gone. */
    String idOf(PupilNumber member) {
        return Objects.requireNonNullElse(
                Objects.requireNonNull(document.members().get(member)).pupilId(), Opener.ERASED);
    }
}
