package uk.muster.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.simulator.live.Deed;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.Action;
import uk.muster.simulator.term.SettledMarks;

/**
 * What is sent of days that were over when the demo began, or that an interrupted run has sent already: registers, and amendments in place of
 * decisions. An amendment that is already made counts as made, and an N that is posted late does not become O by itself.
 */
final class CatchUp {

    private CatchUp() {}

    static List<Action> of(
            SchoolPlan plan, SchoolCalendars calendars, List<Action> happened, List<Deed> told, Instant now) {
        SettledMarks marks = new SettledMarks();
        happened.forEach(marks::apply);
        List<Action> all = new ArrayList<>(happened);
        for (Deed deed : told) {
            if (deed instanceof Deed.Decision decision) {
                for (RegisterId register :
                        marks.unexplained(plan.urn(), decision.pupil(), decision.from(), decision.to())) {
                    all.add(amend(plan, register, decision.pupil(), decision.code(), decision.reason(), deed.at()));
                }
                marks.decide(plan.urn(), decision.pupil(), decision.from(), decision.to(), decision.code());
            }
        }
        if (plan.responsibleOfficer().isPresent()) {
            String reason = "No reason was found within five school days";
            marks.overdue(plan.urn(), calendars, now)
                    .forEach((register, pupils) ->
                            pupils.forEach(pupil -> all.add(amend(plan, register, pupil, "O", reason, now))));
        }
        return all;
    }

    /** The head approves, as is wanted where a school's window for amendments is over. */
    private static Action amend(
            SchoolPlan plan, RegisterId register, PupilId pupil, String code, String reason, Instant at) {
        return new Action.Amend(
                at, register, pupil, "N", code, reason, plan.attendanceOfficer(), plan.head(), null, null);
    }
}
