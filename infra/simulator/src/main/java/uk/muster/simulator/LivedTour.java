package uk.muster.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.school.Pupil;
import uk.muster.simulator.school.RollEntry;
import uk.muster.simulator.term.LivedTerm;
import uk.muster.simulator.term.Spell;
import uk.muster.simulator.term.Story;

/** Commands to copy: the chronologies of the children whose stories were told at every school, and the list of tasks. */
final class LivedTour {

    private final URI queries;
    private final Path data;

    LivedTour(URI queries, Path data) {
        this.queries = queries;
        this.data = data;
    }

    String of(List<LivedTerm> terms) {
        LivedTerm first = terms.getFirst();
        Urn urn = first.term().plan().urn();
        StringBuilder tour = new StringBuilder("""

                Look around:
                  LEAD=$(./muster token --role safeguarding-lead --urn '*' --data %s)
                """.formatted(data));
        for (Story story : Story.values()) {
            spell(first, story)
                    .ifPresent(spell -> tour.append("""
                    %s, %s, %s school days from %s
                      curl -s -H "Authorization: Bearer $LEAD" '%s/pupils/%s/chronology?from=%s&limit=200'
                    """.formatted(
                                    name(first, spell),
                                    what(story),
                                    spell.schoolDays(),
                                    spell.from().date(),
                                    school(urn),
                                    spell.pupil(),
                                    spell.from().date())));
        }
        tour.append("the same at the other schools\n");
        terms.stream()
                .skip(1)
                .forEach(lived -> spell(lived, Story.NEVER_REACHED)
                        .ifPresent(spell -> tour.append("  %s, %s, policy %s: pupil %s of %s%n"
                                .formatted(
                                        name(lived, spell),
                                        what(Story.NEVER_REACHED),
                                        lived.term().plan().policy().profile(),
                                        spell.pupil(),
                                        lived.term().plan().urn()))));
        return tour.append("""
                what nobody has settled: at Lanternmere nobody's name stands for an N that becomes O
                  curl -s -H "Authorization: Bearer $LEAD" '%s/tasks?status=OPEN'
                """.formatted(school(terms.get(1).term().plan().urn())))
                .toString();
    }

    private String school(Urn urn) {
        return queries + "/api/v1/schools/" + urn;
    }

    private static Optional<Spell> spell(LivedTerm lived, Story story) {
        return lived.spells().stream()
                .filter(spell -> spell.story().equals(Optional.of(story)))
                .findFirst();
    }

    private static String name(LivedTerm lived, Spell spell) {
        return lived.term().roll().stream()
                .map(RollEntry::pupil)
                .filter(pupil -> pupil.id().equals(spell.pupil()))
                .map((Pupil pupil) -> pupil.forename() + " " + pupil.surname())
                .findFirst()
                .orElseThrow();
    }

    private static String what(Story story) {
        return switch (story) {
            case NEVER_REACHED -> "whose family nobody ever reached";
            case REACHED_ON_DAY_SIX -> "whose family was reached on the sixth day and gave no reason";
            case LONG_ILLNESS -> "ill for long";
            case NEVER_SETTLED -> "whose absence nobody ever explained";
        };
    }
}
