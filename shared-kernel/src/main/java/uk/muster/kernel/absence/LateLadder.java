package uk.muster.kernel.absence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.muster.kernel.absence.CountedDays.Met;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.LatenessPolicy;
import uk.muster.kernel.policy.Modality;

/**
 * The ladder of a policy over late marks (HCAT-68, HCAT-69, HCAT-X10): one step holds by how many there are in the half term or term, and begins on
 * the day of the mark that made them so many. A step that is passed before it is done gives way to the next; each period begins at none.
 */
final class LateLadder {

    /** Before the action, so that each step of the ladder has a name of its own. */
    static final String STEP = "late-";

    private final FollowUpFacts facts;
    private final LatenessPolicy rule;

    /** Late marks by session, of each period that has any. */
    private final Map<Term, NavigableMap<SessionKey, KnownMark>> late = new LinkedHashMap<>();

    LateLadder(FollowUpFacts facts) {
        this.facts = facts;
        this.rule = facts.rules().lateness();
        if (!rule.steps().isEmpty()) {
            facts.marks().all().forEach((session, mark) -> {
                if (rule.codes().contains(mark.code()) && facts.calendars().countsInRates(session)) {
                    period(session)
                            .forEach(period -> late.computeIfAbsent(period, _ -> new TreeMap<>())
                                    .put(session, mark));
                }
            });
        }
    }

    List<Due> due() {
        return late.entrySet().stream()
                .flatMap(each ->
                        rule.steps().stream().flatMap(step -> due(each.getKey(), step, counted(each.getValue(), step))))
                .toList();
    }

    /** Why a task of the ladder lost its basis: there are more late marks now than it is for, or fewer. */
    Lapse lapse(FollowUpTask task) {
        boolean passed = rule.steps().stream()
                .filter(step -> name(step).equals(task.step()))
                .anyMatch(step -> late.entrySet().stream()
                        .filter(each -> each.getKey().contains(task.date()))
                        .anyMatch(each ->
                                step.isPassed(counted(each.getValue(), step).size())));
        return passed ? Lapse.SUPERSEDED : Lapse.CORRECTED;
    }

    private Stream<Due> due(Term period, LatenessPolicy.Step step, List<Map.Entry<SessionKey, KnownMark>> counted) {
        if (!step.holds(counted.size())) {
            return Stream.empty();
        }
        SessionKey on = counted.get(step.min() - 1).getKey();
        if (facts.isHistory(on.date(), counted.get(step.min() - 1).getValue().knownAt())) {
            return Stream.empty();
        }
        return Stream.of(Due.now(
                facts,
                name(step),
                kind(step),
                Modality.MUST,
                new Met(on.date(), period.from(), period.to()),
                step.min(),
                List.of(step.action())));
    }

    private static List<Map.Entry<SessionKey, KnownMark>> counted(
            NavigableMap<SessionKey, KnownMark> marks, LatenessPolicy.Step step) {
        return marks.entrySet().stream()
                .filter(each -> step.codes().contains(each.getValue().code()))
                .toList();
    }

    /** Such as {@code late-letter-late-dates}. */
    private static String name(LatenessPolicy.Step step) {
        return STEP + step.action().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static TaskKind kind(LatenessPolicy.Step step) {
        return step.action().startsWith("letter") ? TaskKind.NOTIFY : TaskKind.DECIDE;
    }

    private Stream<Term> period(SessionKey session) {
        return (switch (rule.period()) {
                    case HALF_TERM -> facts.calendars().termOf(session.date());
                    case TERM -> facts.calendars().wholeTermOf(session.date());
                })
                .stream();
    }
}
