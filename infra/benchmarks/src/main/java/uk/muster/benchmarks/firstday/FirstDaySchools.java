package uk.muster.benchmarks.firstday;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.school.Phase;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.school.PublishedCalendars;
import uk.muster.simulator.school.SchoolClass;
import uk.muster.simulator.school.SchoolPlan;

/**
 * The schools of England with the upper bound of pupils who are away on one morning and of whom nobody knows why: 462,000, which is 21 at each of
 * 22,000 schools. They sit in three classes of thirty, seven in each; classes without one open no case and are left out. Every school follows hcat.
 */
final class FirstDaySchools {

    /** A Tuesday in term. */
    static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    static final int CLASSES = 3;
    static final int CLASS_SIZE = 30;
    static final int UNEXPLAINED_OF_A_CLASS = 7;
    static final int UNEXPLAINED_OF_A_SCHOOL = CLASSES * UNEXPLAINED_OF_A_CLASS;

    private static final int SCHOOLS = 22_000;
    private static final int FIRST_URN = 100_001;
    private static final int LOWEST_LA_CODE = 800;
    private static final int EVERY_FOURTH = 4;
    private static final int FIRST_UNEXPLAINED = 2;

    private final List<SchoolPlan> schools;

    /** @param share of the schools, above 0 to 1 */
    FirstDaySchools(double share) {
        int count = (int) Math.max(1, Math.round(SCHOOLS * share));
        this.schools =
                IntStream.range(0, count).mapToObj(FirstDaySchools::school).toList();
    }

    List<SchoolPlan> schools() {
        return schools;
    }

    int pupils() {
        return schools.size() * CLASSES * CLASS_SIZE;
    }

    int registers() {
        return schools.size() * CLASSES;
    }

    int unexplained() {
        return schools.size() * UNEXPLAINED_OF_A_SCHOOL;
    }

    /** @param place in the class, from 0 */
    static boolean isUnexplained(int place) {
        return place % EVERY_FOURTH == FIRST_UNEXPLAINED;
    }

    private static SchoolPlan school(int number) {
        Urn urn = new Urn(FIRST_URN + number);
        return new SchoolPlan(
                urn,
                "School " + urn,
                Integer.toString(LOWEST_LA_CODE + urn.value() / 10_000),
                Phase.PRIMARY,
                Policy.HCAT,
                PublishedCalendars.SHADE_2026,
                IntStream.range(0, CLASSES)
                        .mapToObj(i -> new SchoolClass(
                                new GroupId("c" + i),
                                List.of(Integer.toString(1 + i)),
                                CLASS_SIZE,
                                new Person("t-" + i, "Teacher of c" + i, "Class teacher")))
                        .toList(),
                new Person("s-1", "M. Gablefield", "Attendance officer"),
                new Person("s-2", "R. Hazelridge", "Headteacher"));
    }
}
