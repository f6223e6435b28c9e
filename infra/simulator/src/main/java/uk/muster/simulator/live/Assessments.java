package uk.muster.simulator.live;

import java.util.List;
import java.util.Optional;
import uk.muster.kernel.event.AbsenceEvent.Factor;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.simulator.term.Spell;
import uk.muster.simulator.term.Story;

/**
 * Assessing the risk of an absence by the questions of the policy: where a task asks for it, and where the policy has questions and no step that asks
 * them, on the second day of silence.
 */
final class Assessments {

    private static final int UNASKED_ON_DAY = 2;
    private static final double CONCERN_REMAINS = 0.3;

    private Assessments() {}

    /** @param questions ids, as the profile names them */
    static Optional<Deed.Assessment> make(Work work, List<String> questions, boolean stepsAskThem) {
        boolean asked =
                work.of(TaskKind.ASSESS).stream().anyMatch(task -> task.date().equals(work.today()));
        boolean unasked = !questions.isEmpty()
                && !stepsAskThem
                && work.round() == Round.VISITS
                && work.tasks().stream()
                        .anyMatch(task -> task.schoolDay() == UNASKED_ON_DAY
                                && task.kind() == TaskKind.ESCALATE
                                && task.date().equals(work.today()));
        if (!work.round().isSince(Round.SECOND_CALLS) || !(asked || unasked)) {
            return Optional.empty();
        }
        boolean unheardOf = work.spell().flatMap(Spell::silence).isPresent();
        boolean remains = work.is(Story.NEVER_REACHED)
                || work.is(Story.REACHED_ON_DAY_SIX)
                || (unheardOf && work.chance().happens(CONCERN_REMAINS));
        return Optional.of(new Deed.Assessment(
                work.at(work.chance().between(1, 6)),
                work.pupil().id(),
                questions.stream().map(id -> factor(work, id)).toList(),
                remains,
                work.people().safeguarding()));
    }

    private static Factor factor(Work work, String id) {
        return switch (id) {
            case "age" -> new Factor(id, "Year " + work.pupil().yearGroup(), null);
            case "vulnerability" ->
                new Factor(id, work.pupil().flags().isEmpty() ? "none known" : "known to the school", null);
            case "previous_patterns" -> new Factor(id, "no absence like it before", null);
            default -> new Factor(id, work.chance().happens(0.2) ? "possible" : "no sign of it", null);
        };
    }
}
