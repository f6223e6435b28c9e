package uk.muster.kernel.policy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What repeated lateness leads to (HCAT-68, HCAT-69, HCAT-X10).
 *
 * @param codes the codes that count as late
 * @param period within which they are counted; each begins at none
 * @param steps none where the policy has no ladder
 */
public record LatenessPolicy(Set<String> codes, Period period, List<Step> steps) {

    public LatenessPolicy {
        codes = Set.copyOf(codes);
        steps = List.copyOf(steps);
    }

    /**
     * What so many late marks lead to.
     *
     * @param min how many, from 1
     * @param max up to how many, both inclusive; null for any more
     * @param codes which of the late codes it counts
     * @param action as the profile writes it
     */
    public record Step(int min, @Nullable Integer max, Set<String> codes, String action) {

        public Step {
            codes = Set.copyOf(codes);
        }

        public boolean holds(int count) {
            return count >= min && !isPassed(count);
        }

        /** Whether there are more than the step is for. */
        public boolean isPassed(int count) {
            return max != null && count > max;
        }
    }

    /** What late marks are counted within. */
    public enum Period {
        /** A stretch between two holidays, as the calendar has it. */
        HALF_TERM,
        /** The half terms from September to Christmas, from then to Easter, or from then to the summer. */
        TERM
    }
}
