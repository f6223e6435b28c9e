package uk.muster.kernel.absence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.muster.kernel.absence.Thresholds.Met;
import uk.muster.kernel.absence.Thresholds.Retracted;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.ThresholdEvent.ThresholdRetracted;
import uk.muster.kernel.penalty.Limit;
import uk.muster.kernel.policy.Modality;
import uk.muster.kernel.policy.PenaltyPolicy.Effect;

/**
 * What thresholds of unauthorised absence ask of the school: to warn parents (HCAT-17, CS-34), to consider a penalty notice, and to look again at what
 * rested on a threshold that was retracted (G-06). A local alert asks for nothing; it is a reason more for a case that a national window opens on the
 * same day (HCAT-18, HCAT-X11).
 */
final class PenaltyTasks {

    private PenaltyTasks() {}

    /** @param standing every threshold that was met and not retracted */
    static List<Due> due(
            FollowUpFacts facts, List<Limit> limits, List<Met> standing, Collection<Retracted> retractedNow) {
        Stream<Due> warnings = byDay(standing, Effect.WARNING)
                .map(same ->
                        task(facts, Thresholds.WARNING, TaskKind.NOTIFY, Modality.MUST, same, actions(limits, same)));
        Stream<Due> considered = byDay(standing, Effect.MUST_CONSIDER_PENALTY)
                .map(same -> task(
                        facts,
                        Thresholds.CONSIDER,
                        TaskKind.DECIDE,
                        Modality.MUST_CONSIDER,
                        same,
                        reasons(standing, same.getFirst().on())));
        return Stream.of(warnings, considered, reviews(facts, retractedNow))
                .flatMap(Function.identity())
                .toList();
    }

    /** Those that were met on one day are one task. */
    private static Stream<List<Met>> byDay(List<Met> standing, Effect effect) {
        return standing.stream()
                .filter(each -> each.effect() == effect)
                .collect(Collectors.groupingBy(Met::on, TreeMap::new, Collectors.toList()))
                .values()
                .stream();
    }

    private static List<String> actions(List<Limit> limits, List<Met> same) {
        return limits.stream()
                .filter(limit -> same.stream().anyMatch(met -> met.windowId().equals(limit.id())))
                .flatMap(limit -> limit.actions().stream())
                .distinct()
                .toList();
    }

    private static List<String> reasons(List<Met> standing, LocalDate day) {
        return standing.stream()
                .filter(each -> each.effect() != Effect.WARNING && each.on().equals(day))
                .map(Met::windowId)
                .distinct()
                .toList();
    }

    private static Stream<Due> reviews(FollowUpFacts facts, Collection<Retracted> retractedNow) {
        Stream<LocalDate> before = facts.state().retractedThresholds().stream()
                .filter(each -> facts.state()
                        .threshold(each.threshold())
                        .filter(met -> met.effect() == Effect.MUST_CONSIDER_PENALTY)
                        .isPresent())
                .map(ThresholdRetracted::on);
        Stream<LocalDate> now = retractedNow.stream()
                .filter(each -> each.effect() == Effect.MUST_CONSIDER_PENALTY)
                .map(_ -> facts.today());
        return Stream.concat(before, now)
                .distinct()
                .map(day -> task(facts, Thresholds.REVIEW, TaskKind.REVIEW, Modality.MUST, day, 1, List.of()));
    }

    private static Due task(
            FollowUpFacts facts, String step, TaskKind kind, Modality modality, List<Met> same, List<String> actions) {
        int sessions =
                same.stream().mapToInt(each -> each.sessions().size()).max().orElseThrow();
        return task(facts, step, kind, modality, same.getFirst().on(), sessions, actions);
    }

    private static Due task(
            FollowUpFacts facts,
            String step,
            TaskKind kind,
            Modality modality,
            LocalDate day,
            int number,
            List<String> actions) {
        return Due.now(facts, step, kind, modality, new CountedDays.Met(day, day, day), number, actions);
    }
}
