package uk.muster.kernel.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a school looks at unauthorised absence as a matter for a penalty notice: the windows in which sessions are counted, and the counts before
 * them at which parents are warned.
 *
 * @param windows the national one, which is law, and those that a policy has beside it
 * @param spans what a window may reach over
 * @param warnings counts at which parents are warned; none where the policy names none
 * @param persistentLateness arrivals after the close of the register that add up; null where the policy names no number
 */
public record PenaltyPolicy(
        List<Window> windows,
        Set<Span> spans,
        List<Warning> warnings,
        @Nullable PersistentLateness persistentLateness) {

    public PenaltyPolicy {
        windows = List.copyOf(windows);
        spans = Set.copyOf(spans);
        warnings = List.copyOf(warnings);
    }

    /** Whether sessions of other schools count, an earlier one's that were imported among them (CS-33). */
    public boolean spansSchools() {
        return spans.contains(Span.SCHOOLS);
    }

    /** The window that a warning of scope {@link Scope#NATIONAL_WINDOW} goes by: the first that must be considered. */
    public Optional<Window> nationalWindow() {
        return windows.stream()
                .filter(window -> window.effect() == Effect.MUST_CONSIDER_PENALTY)
                .findFirst();
    }

    /**
     * A window.
     *
     * @param id unique in the policy
     * @param length weeks, 1 or more
     * @param sessions with how many it is met, 1 or more
     * @param codes what counts
     */
    public record Window(String id, int length, WeekUnit unit, int sessions, Set<String> codes, Effect effect) {

        public Window {
            codes = Set.copyOf(codes);
        }
    }

    /** The weeks of a window. */
    public enum WeekUnit {
        /** Weeks in which the school held a session (G-04); holidays make the window longer. */
        SCHOOL_WEEK,
        CALENDAR_WEEK
    }

    /** What follows when a count is reached. */
    public enum Effect {
        /** A penalty notice must be considered (national framework). */
        MUST_CONSIDER_PENALTY,
        /** The school is told, and no case is opened (HCAT-X11). */
        LOCAL_ALERT,
        /** Parents are warned. */
        WARNING
    }

    /** What a window may reach over. */
    public enum Span {
        /** Half terms of the calendar. */
        TERMS,
        /** Academic years. */
        YEARS,
        /** Schools that the same child attends or attended. */
        SCHOOLS
    }

    /**
     * A count at which parents are warned.
     *
     * @param at with how many sessions, 1 or more
     * @param channel how, as the profile writes it ({@code letter}, {@code email})
     */
    public record Warning(int at, Set<String> codes, Scope scope, String channel) {

        public Warning {
            codes = Set.copyOf(codes);
        }

        /** What is to be done, such as {@code u_warning_letter} for lateness alone (HCAT-17) and {@code warning_email} (CS-34). */
        public String action() {
            return (codes.equals(Set.of("U")) ? "u_" : "") + "warning_" + channel;
        }
    }

    /** Where the sessions of a warning are counted. */
    public enum Scope {
        NATIONAL_WINDOW,
        /** It starts anew with each half term. */
        HALF_TERM
    }

    /**
     * When lateness after the close of the register is persistent (HCAT-18).
     *
     * @param count sessions with {@code U}, 1 or more
     * @param weeks school weeks, 1 or more
     */
    public record PersistentLateness(int count, int weeks) {}
}
