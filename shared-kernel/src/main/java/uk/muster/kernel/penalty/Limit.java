package uk.muster.kernel.penalty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.muster.kernel.penalty.Period.HalfTerm;
import uk.muster.kernel.penalty.Period.Rolling;
import uk.muster.kernel.policy.PenaltyPolicy;
import uk.muster.kernel.policy.PenaltyPolicy.Effect;
import uk.muster.kernel.policy.PenaltyPolicy.PersistentLateness;
import uk.muster.kernel.policy.PenaltyPolicy.Scope;
import uk.muster.kernel.policy.PenaltyPolicy.Span;
import uk.muster.kernel.policy.PenaltyPolicy.Warning;
import uk.muster.kernel.policy.PenaltyPolicy.WeekUnit;
import uk.muster.kernel.policy.PenaltyPolicy.Window;

/**
 * A count of sessions that means something once it is reached.
 *
 * @param id the policy's id of a window; {@code warning-<scope>-<count>} and {@value #PERSISTENT_LATENESS} for what has none there
 * @param sessions with how many it is reached, 1 or more
 * @param codes what counts
 * @param acrossSchools whether sessions of other schools count too
 * @param actions what the policy wants to be done then; none for a window
 */
public record Limit(
        String id,
        Period period,
        int sessions,
        Set<String> codes,
        boolean acrossSchools,
        Effect effect,
        List<String> actions) {

    /** Ten {@code U} in twelve weeks, or what a policy says (HCAT-18). */
    public static final String PERSISTENT_LATENESS = "persistent-u";

    public Limit {
        codes = Set.copyOf(codes);
        actions = List.copyOf(actions);
    }

    /** Everything that a policy counts towards a penalty: windows, warnings, persistent lateness. */
    public static List<Limit> of(PenaltyPolicy policy) {
        List<Limit> limits = new ArrayList<>();
        policy.windows().forEach(window -> limits.add(of(window, policy)));
        policy.warnings().forEach(warning -> add(warning, policy, limits));
        PersistentLateness lateness = policy.persistentLateness();
        if (lateness != null) {
            limits.add(new Limit(
                    PERSISTENT_LATENESS,
                    rolling(lateness.weeks(), WeekUnit.SCHOOL_WEEK, policy),
                    lateness.count(),
                    Set.of("U"),
                    policy.spansSchools(),
                    Effect.LOCAL_ALERT,
                    List.of()));
        }
        return List.copyOf(limits);
    }

    /** A window as a limit. */
    public static Limit of(Window window, PenaltyPolicy policy) {
        return new Limit(
                window.id(),
                rolling(window.length(), window.unit(), policy),
                window.sessions(),
                window.codes(),
                policy.spansSchools(),
                window.effect(),
                List.of());
    }

    /** A warning that goes by the national window is off where the policy has none (CS-X06). */
    private static void add(Warning warning, PenaltyPolicy policy, List<Limit> limits) {
        switch (warning.scope()) {
            case HALF_TERM -> limits.add(of(warning, new HalfTerm(), policy));
            case NATIONAL_WINDOW ->
                policy.nationalWindow()
                        .map(window -> rolling(window.length(), window.unit(), policy))
                        .ifPresent(period -> limits.add(of(warning, period, policy)));
        }
    }

    private static Limit of(Warning warning, Period period, PenaltyPolicy policy) {
        return new Limit(
                "warning-" + name(warning.scope()) + "-" + warning.at(),
                period,
                warning.at(),
                warning.codes(),
                policy.spansSchools(),
                Effect.WARNING,
                List.of(warning.action()));
    }

    private static String name(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Period rolling(int length, WeekUnit unit, PenaltyPolicy policy) {
        return new Rolling(
                length,
                unit,
                policy.spans().contains(Span.TERMS),
                policy.spans().contains(Span.YEARS));
    }
}
