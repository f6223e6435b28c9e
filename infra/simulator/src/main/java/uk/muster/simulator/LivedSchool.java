package uk.muster.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.simulator.http.DeedPost;
import uk.muster.simulator.http.SchoolPost;
import uk.muster.simulator.http.TaskList;
import uk.muster.simulator.live.Deed;
import uk.muster.simulator.live.Round;
import uk.muster.simulator.live.Staff;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.Action;
import uk.muster.simulator.term.SettledMarks;

/**
 * One school living its term. In each round its staff look at what is open, then whatever has happened since the round before is sent, in the order in
 * which a school would come to know of it.
 */
final class LivedSchool {

    private final SchoolPlan plan;
    private final Staff staff;
    private final SchoolPost post;
    private final DeedPost deeds;
    private final TaskList tasks;
    private final SettledMarks marks;
    private Upcoming<Action> actions;
    private final Upcoming<Deed> told;
    private final SchoolCalendars calendars;
    private final List<Action> waiting = new ArrayList<>();
    private int sent;

    LivedSchool(
            SchoolPlan plan,
            Staff staff,
            SchoolPost post,
            DeedPost deeds,
            TaskList tasks,
            SettledMarks marks,
            Upcoming<Action> actions,
            Upcoming<Deed> told) {
        this.plan = plan;
        this.staff = staff;
        this.post = post;
        this.deeds = deeds;
        this.tasks = tasks;
        this.marks = marks;
        this.actions = actions;
        this.told = told;
        this.calendars = SchoolCalendars.of(List.of(plan.calendar()), List.of());
    }

    SchoolPlan plan() {
        return plan;
    }

    SchoolCalendars calendars() {
        return calendars;
    }

    /** How many commands it has sent. */
    int sent() {
        return sent;
    }

    boolean hasSomethingBy(Instant now) {
        return actions.hasAnyBy(now) || told.hasAnyBy(now);
    }

    /** The school, and what happened before the term is lived: registers with what the office made of them, and no more. */
    void catchUp(Instant now) {
        post.setUp();
        List<Action> happened = actions.takeUntil(now);
        List<Deed> heard = told.takeUntil(now);
        CatchUp before =
                CatchUp.of(plan, calendars, happened, heard, new CatchUp.Coming(actions.left(), told.left()), now);
        actions = actions.with(before.later());
        post.send(before.now());
        sent += before.now().size();
    }

    void live(Round round, LocalDate day) {
        List<Action> happened = actions.takeUntil(round.on(day));
        List<Deed> heard = told.takeUntil(round.on(day));
        if (calendars.isSchoolDay(day) && round.compareTo(Round.FIRST_CALLS) >= 0) {
            staff.act(round, day, tasks.open(), busy(happened, heard)).forEach(this::send);
        }
        Set<RegisterId> taken = new HashSet<>();
        List<Action> now = new ArrayList<>();
        for (Action action : happened) {
            if (action instanceof Action.TakeRegister register) {
                taken.add(register.register());
            }
            boolean waits = action instanceof Action.SignIn in && taken.contains(in.register());
            (waits ? waiting : now).add(action);
        }
        post.send(now);
        heard.forEach(this::send);
        sent += now.size();
    }

    /** Whether somebody has signed in of whom the register of this very round said N. */
    boolean hasArrivals() {
        return !waiting.isEmpty();
    }

    /** Once what follows from the registers has come through: else it would be left to chance whether anybody noticed that N. */
    void signIn() {
        post.send(waiting);
        sent += waiting.size();
        waiting.clear();
    }

    private void send(Deed deed) {
        deeds.send(deed);
        sent++;
        if (deed instanceof Deed.Decision decision) {
            marks.decide(plan.urn(), decision.pupil(), decision.from(), decision.to(), decision.code());
        }
    }

    private static Set<PupilId> busy(List<Action> happened, List<Deed> heard) {
        Set<PupilId> busy = new HashSet<>();
        heard.forEach(deed -> busy.add(deed.pupil()));
        for (Action action : happened) {
            switch (action) {
                case Action.SignIn in -> busy.add(in.pupil());
                case Action.Amend amend -> busy.add(amend.pupil());
                case Action.Remove removal -> busy.add(removal.pupil());
                case Action.Admit _, Action.MoveGroup _, Action.TakeRegister _ -> {}
            }
        }
        return busy;
    }
}
