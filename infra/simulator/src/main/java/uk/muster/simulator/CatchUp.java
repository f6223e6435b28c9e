package uk.muster.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.simulator.live.Deed;
import uk.muster.simulator.live.Round;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.Action;
import uk.muster.simulator.term.SettledMarks;

/**
 * What is sent of days that were over when the demo began, or that an interrupted run has sent already: registers, and amendments in place of
 * decisions. An amendment that is already made counts as made. An N that is recorded late does not become O by itself, so that the office sees to it
 * on the last day before it would.
 *
 * @param now in order of time
 * @param later to be sent when its time comes, in order of time
 */
record CatchUp(List<Action> now, List<Action> later) {

    private static final int DEADLINE_SCHOOL_DAYS = 5;
    private static final String TOO_LATE = "No reason was found within five school days";

    /**
     * @param happened what the school's system would have sent by now
     * @param told what families would have told and the school decided by now
     * @param coming what is still to be sent, of both
     */
    static CatchUp of(
            SchoolPlan plan,
            SchoolCalendars calendars,
            List<Action> happened,
            List<Deed> told,
            Coming coming,
            Instant now) {
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
        List<Action> later = new ArrayList<>();
        if (plan.responsibleOfficer().isPresent()) {
            marks.unexplained(plan.urn())
                    .forEach((register, pupils) -> pupils.stream()
                            .filter(pupil -> !coming.settles(register, pupil))
                            .forEach(pupil -> lastDay(calendars, register)
                                    .filter(day -> isLate(calendars, register, now))
                                    .map(Round.DESK::on)
                                    .ifPresent(at -> (at.isAfter(now) ? later : all)
                                            .add(amend(plan, register, pupil, "O", TOO_LATE, at)))));
        }
        later.sort(Comparator.comparing(Action::at));
        return new CatchUp(List.copyOf(all), List.copyOf(later));
    }

    private static Optional<LocalDate> lastDay(SchoolCalendars calendars, RegisterId register) {
        return calendars.nextSchoolDay(register.session().date(), DEADLINE_SCHOOL_DAYS);
    }

    private static boolean isLate(SchoolCalendars calendars, RegisterId register, Instant now) {
        return calendars.schoolDaysBetween(register.session().date(), London.dateOf(now)) > 1;
    }

    /** What the school's system, families and staff will send. */
    record Coming(List<Action> actions, List<Deed> told) {

        /** Whether somebody will put a mark right. */
        boolean settles(RegisterId register, PupilId pupil) {
            return actions.stream()
                            .anyMatch(action -> action instanceof Action.Amend amend
                                    && amend.register().equals(register)
                                    && amend.pupil().equals(pupil))
                    || told.stream()
                            .anyMatch(deed -> deed instanceof Deed.Decision decision
                                    && decision.pupil().equals(pupil)
                                    && register.session().compareTo(decision.from()) >= 0
                                    && register.session().compareTo(decision.to()) <= 0);
        }
    }

    /** The head approves, as is wanted where a school's window for amendments is over. */
    private static Action amend(
            SchoolPlan plan, RegisterId register, PupilId pupil, String code, String reason, Instant at) {
        return new Action.Amend(
                at, register, pupil, "N", code, reason, plan.attendanceOfficer(), plan.head(), null, null);
    }
}
