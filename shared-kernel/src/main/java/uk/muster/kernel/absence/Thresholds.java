package uk.muster.kernel.absence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.event.ThresholdEvent.ThresholdMet;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.penalty.Limit;
import uk.muster.kernel.penalty.Run;
import uk.muster.kernel.penalty.SchoolWeeks;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.PenaltyPolicy.Effect;

/**
 * Counts of unauthorised absence that the policy looks at: which were reached and are not recorded yet, which recorded ones lost their basis to an
 * amendment, and what follows from all of them.
 *
 * <p>Only what holds today is found, or came to hold on the last school day: a limit that was reached and left again long ago, in marks that were
 * imported or under a policy that is new, is nobody's task now. One that imported marks reach today is (G-05, G-10).
 *
 * @param due the tasks of every threshold that stands, and of every retraction
 */
public record Thresholds(List<Met> met, List<Retracted> retracted, List<Due> due) {

    static final String WARNING = "penalty-warning";
    static final String CONSIDER = "penalty-consider";
    static final String REVIEW = "penalty-review";

    public Thresholds {
        met = List.copyOf(met);
        retracted = List.copyOf(retracted);
        due = List.copyOf(due);
    }

    /** A limit that was reached. */
    public record Met(String windowId, Effect effect, List<CountedSession> sessions, LocalDate on) {

        private static Met of(ThresholdMet fact) {
            return new Met(fact.windowId(), fact.effect(), fact.sessions(), fact.metOn());
        }
    }

    /**
     * A threshold that lost its basis.
     *
     * @param threshold its id
     * @param gone its sessions that count no more
     */
    public record Retracted(UUID threshold, String windowId, Effect effect, List<SessionKey> gone) {}

    /** From which day on marks matter: the longest period of the policy, and whatever a threshold that stands rests on. */
    public static LocalDate since(
            AbsenceState state, EffectivePolicy policy, SchoolCalendars calendars, LocalDate today) {
        SchoolWeeks weeks = SchoolWeeks.of(calendars);
        Stream<LocalDate> periods = Limit.of(policy.penalty()).stream()
                .map(limit -> limit.period().on(weeks, today).from());
        Stream<LocalDate> known = state.thresholds().stream()
                .map(each -> each.sessions().getFirst().session().date());
        return Stream.concat(periods, known).min(LocalDate::compareTo).orElse(today);
    }

    boolean isNothing() {
        return met.isEmpty() && retracted.isEmpty();
    }

    static Thresholds of(FollowUpFacts facts) {
        List<Met> met = new ArrayList<>();
        List<Retracted> retracted = new ArrayList<>();
        List<Limit> limits = Limit.of(facts.policy().penalty());
        List<CountedSession> sessions = sessions(facts);
        if (!facts.state().thresholds().isEmpty() || couldReachOne(limits, sessions)) {
            SchoolWeeks weeks = SchoolWeeks.of(facts.calendars())
                    .withEarlier(facts.child().beyond().stream()
                            .filter(each -> each.urn() == null)
                            .map(each -> each.session().date())
                            .toList());
            limits.forEach(limit -> compare(facts, limit, weeks, sessions, met, retracted));
        }
        return new Thresholds(
                met, retracted, PenaltyTasks.due(facts, limits, standing(facts, met, retracted), retracted));
    }

    private static boolean couldReachOne(List<Limit> limits, List<CountedSession> sessions) {
        return limits.stream().anyMatch(limit -> limit.sessions() <= sessions.size());
    }

    /** The year's marks of this school that calendar and roll let count, and those beyond them. */
    private static List<CountedSession> sessions(FollowUpFacts facts) {
        Stream<CountedSession> here = facts.marks().all().entrySet().stream()
                .filter(each -> each.getValue().isUnauthorised()
                        && facts.calendars().countsInRates(each.getKey())
                        && facts.child().onRoll(each.getKey().date()))
                .map(each -> new CountedSession(
                        each.getKey(), each.getValue().code(), facts.child().at()));
        return Stream.concat(here, facts.child().beyond().stream()).toList();
    }

    private static void compare(
            FollowUpFacts facts,
            Limit limit,
            SchoolWeeks weeks,
            List<CountedSession> sessions,
            List<Met> met,
            List<Retracted> retracted) {
        List<Run> runs = Run.of(limit, weeks, facts.child().age(), facts.child().at(), sessions, facts.today());
        List<ThresholdMet> known = facts.state().thresholds().stream()
                .filter(each -> each.windowId().equals(limit.id()))
                .toList();
        Set<Run> taken = new LinkedHashSet<>();
        known.forEach(each -> through(each, runs).ifPresent(taken::add));
        for (ThresholdMet each : known) {
            Optional<Run> run = through(each, runs).or(() -> later(each, runs, taken));
            run.ifPresent(taken::add);
            List<SessionKey> gone = run.isPresent() ? List.of() : gone(each, limit, facts, sessions);
            if (!gone.isEmpty()) {
                retracted.add(new Retracted(each.entryId(), each.windowId(), each.effect(), gone));
            }
        }
        anew(facts, limit, weeks, sessions, known, runs.stream().filter(run -> !taken.contains(run)))
                .filter(run -> isOfNow(run, facts))
                .map(run -> new Met(limit.id(), limit.effect(), run.by(), run.from()))
                .forEach(met::add);
    }

    /**
     * Runs that no recorded threshold belongs to. What a notice was issued for founds no other one (national framework): once one was, a penalty is
     * considered again only for as many sessions after it.
     */
    private static Stream<Run> anew(
            FollowUpFacts facts,
            Limit limit,
            SchoolWeeks weeks,
            List<CountedSession> sessions,
            List<ThresholdMet> known,
            Stream<Run> untaken) {
        Optional<LocalDate> notice = limit.effect() == Effect.MUST_CONSIDER_PENALTY
                ? facts.state().notices().lastNational()
                : Optional.empty();
        if (notice.isEmpty()) {
            return untaken;
        }
        List<CountedSession> after = sessions.stream()
                .filter(each -> each.session().date().isAfter(notice.get()))
                .toList();
        return Run.of(limit, weeks, facts.child().age(), facts.child().at(), after, facts.today()).stream()
                .filter(run -> known.stream().noneMatch(each -> run.covers(each.metOn())));
    }

    private static boolean isOfNow(Run run, FollowUpFacts facts) {
        return run.lasts() ? facts.child().age().covers(facts.today()) : !facts.isHistory(run.from(), facts.now());
    }

    /** The run that it belongs to. */
    private static Optional<Run> through(ThresholdMet threshold, List<Run> runs) {
        return runs.stream().filter(run -> run.covers(threshold.metOn())).findFirst();
    }

    /** Where a session of it says something else now, one that came after may have reached the limit in its place. */
    private static Optional<Run> later(ThresholdMet threshold, List<Run> runs, Set<Run> taken) {
        return runs.stream()
                .filter(run -> !taken.contains(run)
                        && run.from().isAfter(threshold.metOn())
                        && !run.since().isAfter(threshold.metOn()))
                .findFirst();
    }

    /** The sessions whose mark says something else now. One of a school that the policy looks at no more is let be (G-10). */
    private static List<SessionKey> gone(
            ThresholdMet threshold, Limit limit, FollowUpFacts facts, Collection<CountedSession> sessions) {
        return threshold.sessions().stream()
                .filter(each -> limit.acrossSchools() || facts.child().at().equals(each.urn()))
                .filter(each -> sessions.stream()
                        .noneMatch(now -> now.session().equals(each.session())
                                && (now.code().equals(each.code())
                                        || limit.codes().contains(now.code()))))
                .map(CountedSession::session)
                .toList();
    }

    private static List<Met> standing(FollowUpFacts facts, List<Met> met, List<Retracted> retracted) {
        Stream<Met> known = facts.state().thresholds().stream()
                .filter(each ->
                        retracted.stream().noneMatch(lost -> lost.threshold().equals(each.entryId())))
                .map(Met::of);
        return Stream.concat(known, met.stream()).toList();
    }
}
