package uk.muster.benchmarks.years;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.muster.benchmarks.school.Classroom;
import uk.muster.benchmarks.school.Command;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.simulator.http.Bodies;
import uk.muster.simulator.school.Phase;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.school.Pupil;
import uk.muster.simulator.school.RollDraw;
import uk.muster.simulator.school.RollEntry;
import uk.muster.simulator.school.SchoolClass;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.Action;

/** Who comes on roll, moves up and leaves, as commands. */
final class Roll {

    /** In whose name the office acts. */
    static final Person OFFICER = new Person("s-1", "M. Gablefield", "Attendance officer");

    private static final Person HEAD = new Person("s-2", "R. Hazelridge", "Headteacher");

    private final Forms forms;
    private final SchoolTime time;
    private final SchoolPlan plan;
    private final List<Pupil> pupils;

    Roll(Forms forms, SchoolTime time, long seed) {
        this.forms = forms;
        this.time = time;
        this.plan = plan(forms, time);
        this.pupils = RollDraw.draw(plan, seed).stream().map(RollEntry::pupil).toList();
    }

    /** The school as it is put, before anybody is on roll. */
    Command school() {
        return new Command("PUT " + path(), Bodies.school(plan));
    }

    Command calendar(int year) {
        return new Command(
                "PUT " + path() + "/calendars/" + time.calendar(year).year(), Bodies.calendar(time.calendar(year)));
    }

    /** How many pupils a year begins with. */
    int size() {
        return forms.lines() * Classroom.SIZE;
    }

    /** On the first morning of a year: who stays moves up, who is new is admitted. */
    Stream<Command> begin(int year) {
        LocalDate first = time.date(time.firstDay(year));
        return IntStream.range(0, forms.lines())
                .boxed()
                .flatMap(line -> numbers(line, year)
                        .mapToObj(number -> inYear(number, line, year))
                        .map(pupil -> new Command(
                                "PUT " + path() + "/pupils/" + pupil.id(), Bodies.pupil(pupil, pupil.group(), first))));
    }

    /** On the last afternoon of a year: the oldest leave. */
    Stream<Command> end(int year) {
        Instant at = time.postedAt(time.lastDay(year));
        return IntStream.range(0, forms.lines())
                .filter(line -> forms.leavesIn(line, forms.generation(line, year)) == year)
                .boxed()
                .flatMap(line -> numbers(line, year).mapToObj(number -> pupils.get(number - 1)))
                .map(pupil -> new Action.Remove(
                        at,
                        forms.urn(),
                        pupil.id(),
                        time.date(time.lastDay(year)),
                        "Moorhollow Sixth Form College",
                        OFFICER))
                .map(removal -> new Command(
                        "POST " + path() + "/pupils/" + removal.pupil() + "/removal", Bodies.removal(removal)));
    }

    private IntStream numbers(int line, int year) {
        int first = forms.firstPupil(line, forms.generation(line, year));
        return IntStream.range(first, first + Classroom.SIZE);
    }

    private Pupil inYear(int number, int line, int year) {
        Pupil drawn = pupils.get(number - 1);
        int joined = forms.joinsIn(line, forms.generation(line, year));
        return new Pupil(
                drawn.id(),
                drawn.upn(),
                drawn.forename(),
                drawn.surname(),
                drawn.dateOfBirth().plusYears(joined),
                forms.yearGroup(line, year),
                forms.group(line, year),
                time.date(time.firstDay(joined)),
                drawn.enrolment(),
                drawn.sex(),
                drawn.address(),
                drawn.contacts(),
                drawn.flags());
    }

    private String path() {
        return "/api/v1/schools/" + forms.urn();
    }

    /** One class for each form that there ever is, so that everyone is drawn at once; each as it is when it comes. */
    private static SchoolPlan plan(Forms forms, SchoolTime time) {
        List<SchoolClass> classes = new ArrayList<>();
        for (int generation = 0; generation < forms.generations(time.years()); generation++) {
            for (int line = 0; line < forms.lines(); line++) {
                int joins = forms.joinsIn(line, generation);
                GroupId group = forms.group(line, joins);
                classes.add(
                        new SchoolClass(group, List.of(forms.yearGroup(line, joins)), Classroom.SIZE, teacher(group)));
            }
        }
        return new SchoolPlan(
                forms.urn(),
                "Moorhollow School",
                "810",
                Phase.SECONDARY,
                Policy.HCAT,
                time.calendar(0),
                classes,
                OFFICER,
                HEAD);
    }

    static Person teacher(GroupId group) {
        return new Person("t-" + group, "Teacher of " + group, "Form tutor");
    }
}
