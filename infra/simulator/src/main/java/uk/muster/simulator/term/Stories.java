package uk.muster.simulator.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.identity.PupilId;
import uk.muster.simulator.chance.Chance;
import uk.muster.simulator.school.RollEntry;
import uk.muster.simulator.school.SchoolPlan;

/** To whom the stories of a term happen: one pupil each, who is there all term, for the first one a child about whom there is concern. */
record Stories(Map<PupilId, Told> byPupil) {

    static final Stories NONE = new Stories(Map.of());

    private static final int DAYS_A_WEEK = 5;
    private static final List<String> CONCERN =
            List.of("SAFEGUARDING_CONCERN", "SOCIAL_WORKER", "CHILD_PROTECTION", "EHCP", "SEND_SUPPORT");

    /** @param from index of its first school day in the term */
    record Told(Story story, int from) {}

    static Stories draw(SchoolPlan plan, List<RollEntry> roll, int days, long seed) {
        List<RollEntry> left = new ArrayList<>(
                roll.stream().filter(entry -> isThereAllTerm(plan, entry)).toList());
        Map<PupilId, Told> told = new HashMap<>();
        for (Story story : Story.values()) {
            Chance chance = Chance.of(seed, plan.urn(), "story", story);
            int from = story.earliest() + chance.between(0, DAYS_A_WEEK - 1);
            if (!left.isEmpty() && from + story.schoolDays() < days) {
                RollEntry chosen = story == Story.NEVER_REACHED
                        ? ofConcern(left).orElseGet(() -> chance.oneOf(left))
                        : chance.oneOf(left);
                left.remove(chosen);
                told.put(chosen.pupil().id(), new Told(story, from));
            }
        }
        return new Stories(Map.copyOf(told));
    }

    private static Optional<RollEntry> ofConcern(List<RollEntry> roll) {
        return CONCERN.stream()
                .flatMap(flag ->
                        roll.stream().filter(entry -> entry.pupil().flags().contains(flag)))
                .findFirst();
    }

    private static boolean isThereAllTerm(SchoolPlan plan, RollEntry entry) {
        return entry.leaving().isEmpty()
                && entry.move().isEmpty()
                && entry.pupil().enrolment() == Enrolment.SINGLE
                && !entry.pupil().yearGroup().equals("R")
                && entry.pupil()
                        .admittedOn()
                        .isBefore(plan.calendar().terms().getFirst().to());
    }

    Optional<Story> of(PupilId pupil) {
        return Optional.ofNullable(byPupil.get(pupil)).map(Told::story);
    }

    /** The story in place of what was drawn for these days, and the pupil in school on the days before and after. */
    void write(PupilId pupil, Strip strip) {
        Told told = byPupil.get(pupil);
        if (told == null) {
            return;
        }
        int first = 2 * told.from();
        int last = first + 2 * told.story().schoolDays() - 1;
        for (int session = Math.max(first - 2, 0); session <= Math.min(last + 2, strip.sessions() - 1); session++) {
            if (session < first || session > last) {
                strip.attend(session);
            } else {
                strip.set(session, told.story().code(), session / 2 - told.from());
            }
        }
    }
}
