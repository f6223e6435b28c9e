package uk.muster.simulator;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import uk.muster.kernel.calendar.London;
import uk.muster.simulator.http.Callers;
import uk.muster.simulator.http.DeedPost;
import uk.muster.simulator.http.Refused;
import uk.muster.simulator.http.SchoolPost;
import uk.muster.simulator.http.StaffCallers;
import uk.muster.simulator.http.TaskList;
import uk.muster.simulator.http.TrialClock;
import uk.muster.simulator.live.Deed;
import uk.muster.simulator.live.Families;
import uk.muster.simulator.live.Round;
import uk.muster.simulator.live.Staff;
import uk.muster.simulator.term.Action;
import uk.muster.simulator.term.LivedTerm;
import uk.muster.simulator.term.SettledMarks;

/** Lives a term of the four demo schools on the clock of a trial, from where it stands to the term's end, and checks that the read side agrees. */
final class LivedRun {

    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Callers callers;
    private final StaffCallers staffCallers;
    private final TrialClock clock;
    private final Instant start;
    private final SettledMarks marks = new SettledMarks();
    private final List<LivedTerm> terms;
    private final List<LivedSchool> schools;

    /** @param start what the clock reads */
    LivedRun(Callers callers, StaffCallers staffCallers, TrialClock clock, Instant start, long seed) {
        this.callers = callers;
        this.staffCallers = staffCallers;
        this.clock = clock;
        this.start = start;
        LocalDate today = London.dateOf(start);
        this.terms = DemoTerms.live(
                TermOfClock.dayIn(today)
                        .orElseThrow(() -> new DemoMismatch(
                                "The demo has no calendars for a term that ends on %s or later: start an instance with an earlier --clock."
                                        .formatted(today))),
                seed);
        this.schools = terms.stream().map(term -> school(term, seed)).toList();
    }

    List<LivedTerm> terms() {
        return terms;
    }

    private LivedSchool school(LivedTerm lived, long seed) {
        var plan = lived.term().plan();
        return new LivedSchool(
                plan,
                new Staff(lived, Policies.of(plan).followUp(), seed),
                new SchoolPost(callers, plan, marks::apply),
                new DeedPost(callers, staffCallers, plan.urn()),
                new TaskList(staffCallers.reader(), plan.urn()),
                marks,
                new Upcoming<>(lived.term().actions(), Action::at),
                new Upcoming<>(Families.of(lived, seed), Deed::at));
    }

    /**
     * @throws Refused when the service refuses anything
     * @throws DemoMismatch when the read side counts something else than follows from what was sent
     */
    void live(PrintStream out) {
        NavigableMap<LocalDate, List<LivedSchool>> days = days();
        out.printf(
                Locale.ROOT,
                "Living the term from %s to %s, %d school days, on the clock of this instance%n",
                days.firstKey(),
                days.lastKey(),
                days.size());
        everyone(school -> school.catchUp(start));
        Progress progress = new Progress(out, sent());
        days.tailMap(London.dateOf(start)).forEach((day, open) -> {
            live(day, open);
            progress.lived(day, sent());
        });
        clock.advance(London.at(days.lastKey(), EVENING));
        progress.end();
        check();
    }

    private int sent() {
        return schools.stream().mapToInt(LivedSchool::sent).sum();
    }

    private NavigableMap<LocalDate, List<LivedSchool>> days() {
        NavigableMap<LocalDate, List<LivedSchool>> days = new TreeMap<>();
        for (int i = 0; i < terms.size(); i++) {
            LivedSchool school = schools.get(i);
            terms.get(i)
                    .days()
                    .forEach(day ->
                            days.computeIfAbsent(day, _ -> new ArrayList<>()).add(school));
        }
        return days;
    }

    /** The clock stops only where somebody has something to do. */
    private void live(LocalDate day, List<LivedSchool> open) {
        for (Round round : Round.values()) {
            Instant now = round.on(day);
            boolean staffed = round.compareTo(Round.FIRST_CALLS) >= 0;
            List<LivedSchool> busy = open.stream()
                    .filter(school -> staffed || school.hasSomethingBy(now))
                    .toList();
            if (now.isAfter(start) && !busy.isEmpty()) {
                clock.advance(now);
                each(busy, school -> school.live(round, day));
                List<LivedSchool> arrivals =
                        busy.stream().filter(LivedSchool::hasArrivals).toList();
                if (!arrivals.isEmpty()) {
                    clock.settle();
                    each(arrivals, LivedSchool::signIn);
                }
            }
        }
    }

    private void everyone(Consumer<LivedSchool> does) {
        each(schools, does);
    }

    private static void each(List<LivedSchool> schools, Consumer<LivedSchool> does) {
        Parallel.run(schools.stream()
                .<Runnable>map(school -> () -> does.accept(school))
                .toList());
    }

    private void check() {
        Instant now = clock.read().orElseThrow();
        everyone(school -> {
            if (school.plan().responsibleOfficer().isPresent()) {
                marks.passDeadlines(school.plan().urn(), school.calendars(), now);
            }
            Comparison.of(callers.reader(), school.plan().urn(), marks, Map.of());
        });
    }
}
