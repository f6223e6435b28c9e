package uk.muster.simulator.live;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.simulator.chance.Chance;
import uk.muster.simulator.school.Pupil;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.Silence;
import uk.muster.simulator.term.Spell;
import uk.muster.simulator.term.Story;

/**
 * What a school has to do about one pupil in one round.
 *
 * @param spell the absence of which nobody told the school; empty when there is none, as when a pupil is only late
 * @param tasks the pupil's open tasks
 * @param chance belongs to this pupil, day and round
 */
record Work(
        SchoolPlan plan,
        People people,
        Pupil pupil,
        Optional<Spell> spell,
        Round round,
        LocalDate today,
        List<OpenTask> tasks,
        Chance chance) {

    List<OpenTask> of(TaskKind... kinds) {
        List<TaskKind> wanted = List.of(kinds);
        return tasks.stream().filter(task -> wanted.contains(task.kind())).toList();
    }

    /** Some minutes before the round, so that nothing is recorded before it happened. */
    Instant at(int minutesBefore) {
        return round.on(today).minus(Duration.ofMinutes(minutesBefore));
    }

    boolean isReached(Silence.Way way) {
        return spell.flatMap(Spell::silence)
                .filter(silence -> silence.isReached(way, today))
                .isPresent();
    }

    boolean is(Story story) {
        return spell.flatMap(Spell::story).filter(story::equals).isPresent();
    }
}
