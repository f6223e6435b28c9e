package uk.muster.command.register;

import java.util.List;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.policy.EffectivePolicy.AmendmentPolicy;

/**
 * The school days in which an entry may be amended without further ado ({@code amendment.window_school_days}, IPAT-14). The session's own day
 * is day 0: with 5, day 5 is free and day 6 is after the window.
 */
record AmendmentWindow(boolean isOver, boolean wantsApprover) {

    static AmendmentWindow of(RegisterRules rules) {
        int daysSince = rules.school().calendars().schoolDaysBetween(rules.date(), rules.today());
        AmendmentPolicy policy = rules.school().policy().amendments();
        return new AmendmentWindow(policy.isAfterWindow(daysSince), policy.needsApproval(daysSince));
    }

    static Problem approvalRequired() {
        return Problem.of(
                        "approval-required",
                        "A second person must approve",
                        422,
                        "The school's window for amendments is over: name an approver who is not the author.")
                .withErrors(
                        List.of(new Fault("/approver", "This is required after the school's window for amendments.")));
    }
}
