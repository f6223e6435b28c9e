package uk.muster.simulator.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.FollowUpPolicy;
import uk.muster.kernel.policy.FollowUpPolicy.Firing;
import uk.muster.simulator.chance.Chance;
import uk.muster.simulator.school.Pupil;
import uk.muster.simulator.school.RollEntry;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.LivedTerm;
import uk.muster.simulator.term.Spell;

/**
 * A school's staff: they look at the list of what is open and act on it, each child in their turn. What they do depends on the list, the family and
 * the seed alone. One kind of thing is done for a child in a round: it may change what is due, so that the rest has lost its basis.
 */
public final class Staff {

    /** A list has tasks that are due together in the order of their ids, which are another each time. */
    private static final Comparator<OpenTask> BY_DAY_AND_STEP =
            Comparator.comparing(OpenTask::date).thenComparing(OpenTask::step);

    private final SchoolPlan plan;
    private final People people;
    private final FollowUpPolicy policy;
    private final Map<PupilId, Pupil> pupils;
    private final Map<PupilId, List<Spell>> spells;
    private final long seed;

    public Staff(LivedTerm lived, FollowUpPolicy policy, long seed) {
        this.plan = lived.term().plan();
        this.people = People.of(plan);
        this.policy = policy;
        this.pupils = lived.term().roll().stream()
                .map(RollEntry::pupil)
                .collect(Collectors.toMap(Pupil::id, Function.identity()));
        this.spells = lived.spells().stream().collect(Collectors.groupingBy(Spell::pupil));
        this.seed = seed;
    }

    /**
     * What they do in a round, in order.
     *
     * @param tasks every open task of the school
     * @param busy pupils of whom something comes in just now, so that staff wait for it
     */
    public List<Deed> act(Round round, LocalDate today, List<OpenTask> tasks, Set<PupilId> busy) {
        Map<PupilId, ArrayList<OpenTask>> byPupil = tasks.stream()
                .filter(task -> !busy.contains(task.pupil()) && pupils.containsKey(task.pupil()))
                .collect(Collectors.groupingBy(OpenTask::pupil, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        List<Deed> deeds = new ArrayList<>();
        byPupil.forEach((pupil, own) -> {
            own.sort(BY_DAY_AND_STEP);
            deeds.addAll(actFor(work(pupil, round, today, own)));
        });
        return deeds;
    }

    private Work work(PupilId pupil, Round round, LocalDate today, List<OpenTask> tasks) {
        return new Work(
                plan,
                people,
                pupils.get(pupil),
                spell(pupil, today),
                round,
                today,
                tasks,
                Chance.of(seed, plan.urn(), "staff", pupil, today, round));
    }

    private Optional<Spell> spell(PupilId pupil, LocalDate today) {
        SessionKey end = new SessionKey(today, SessionHalf.PM);
        return spells.getOrDefault(pupil, List.of()).stream()
                .filter(spell -> spell.covers(end) || spell.to().date().equals(today))
                .findFirst();
    }

    private List<Deed> actFor(Work work) {
        List<Deed> deeds = new ArrayList<>(Calls.make(work, asksAgain()));
        if (deeds.isEmpty()) {
            Visits.make(work).ifPresent(deeds::add);
        }
        if (deeds.isEmpty()) {
            Assessments.make(work, policy.riskFactors(), asksForAssessment()).ifPresent(deeds::add);
        }
        if (deeds.isEmpty()) {
            deeds.addAll(PassingOn.make(work));
        }
        if (deeds.isEmpty()) {
            deeds.addAll(Desk.clear(work));
        }
        return deeds;
    }

    private boolean asksAgain() {
        return policy.steps().stream()
                .anyMatch(
                        step -> step.firing() == Firing.EVENT && step.actions().contains("emergency_contacts"));
    }

    private boolean asksForAssessment() {
        return policy.steps().stream().anyMatch(step -> step.actions().contains("risk_assessment"));
    }
}
