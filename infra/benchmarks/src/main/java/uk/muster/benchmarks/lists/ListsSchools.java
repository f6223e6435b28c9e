package uk.muster.benchmarks.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import uk.muster.benchmarks.school.Classroom;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.school.Phase;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.school.PublishedCalendars;
import uk.muster.simulator.school.SchoolClass;
import uk.muster.simulator.school.SchoolDays;
import uk.muster.simulator.school.SchoolPlan;

/**
 * A trust with one large school, the first, and schools outside it, which have no days before and take registers at the same time. Every school
 * follows hcat, which has the most bands.
 */
final class ListsSchools {

    private static final int FIRST_URN = 100_001;
    private static final List<String> YEARS = List.of("1", "2", "3", "4", "5", "6");

    private final List<SchoolPlan> schools = new ArrayList<>();
    private final List<Classroom> classrooms = new ArrayList<>();
    private final int ofTrust;

    ListsSchools(ListsOptions options) {
        int large = (options.largePupils() + Classroom.SIZE - 1) / Classroom.SIZE;
        for (int school = 0; school < options.schools() + options.others(); school++) {
            add(school, school == 0 ? large : options.classes());
        }
        ofTrust = options.schools();
    }

    /** All schools, those of the trust first. */
    List<SchoolPlan> schools() {
        return schools;
    }

    List<SchoolPlan> trust() {
        return schools.subList(0, ofTrust);
    }

    /** Every class of every school, school by school. */
    List<Classroom> classrooms() {
        return classrooms;
    }

    /** Every class of every school, so that no school's come all at once. */
    List<Classroom> classroomsMixed(long seed) {
        List<Classroom> mixed = new ArrayList<>(classrooms);
        Collections.shuffle(mixed, new Random(seed));
        return mixed;
    }

    /** Every class of the trust, school by school. */
    List<Classroom> classroomsOfTrust() {
        return classrooms.stream().filter(this::isOfTrust).toList();
    }

    boolean isOfTrust(Classroom classroom) {
        return classroom.urn().value() < FIRST_URN + ofTrust;
    }

    Urn large() {
        return schools.getFirst().urn();
    }

    int pupilsOfTrust() {
        return classroomsOfTrust().size() * Classroom.SIZE;
    }

    /** The last school days before a day, in order. */
    static List<LocalDate> daysBefore(LocalDate today, int count) {
        List<LocalDate> days = SchoolDays.of(PublishedCalendars.SHADE_2026).stream()
                .filter(day -> day.isBefore(today))
                .toList();
        if (count > days.size()) {
            throw new IllegalArgumentException("The year has only " + days.size()
                    + " school days by then: choose fewer with --days or a shorter time with --seconds.");
        }
        return days.subList(days.size() - count, days.size());
    }

    private void add(int school, int classes) {
        Urn urn = new Urn(FIRST_URN + school);
        List<SchoolClass> schoolClasses = IntStream.range(0, classes)
                .mapToObj(i -> new SchoolClass(
                        new GroupId("c" + i),
                        List.of(YEARS.get(i % YEARS.size())),
                        Classroom.SIZE,
                        new Person("t-" + i, "Teacher of c" + i, "Class teacher")))
                .toList();
        for (int i = 0; i < classes; i++) {
            GroupId group = schoolClasses.get(i).group();
            classrooms.add(new Classroom(urn, school, group, 1 + i * Classroom.SIZE, Phase.PRIMARY, false));
        }
        schools.add(new SchoolPlan(
                urn,
                "School " + urn,
                "810",
                Phase.PRIMARY,
                Policy.HCAT,
                PublishedCalendars.SHADE_2026,
                schoolClasses,
                new Person("s-1", "M. Gablefield", "Attendance officer"),
                new Person("s-2", "R. Hazelridge", "Headteacher")));
    }
}
