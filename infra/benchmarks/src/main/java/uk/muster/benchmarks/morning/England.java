package uk.muster.benchmarks.morning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.muster.benchmarks.school.Classroom;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.school.Phase;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.school.SchoolClass;
import uk.muster.simulator.school.SchoolPlan;

/**
 * The state-funded schools of England in numbers, or an even share of them: 21,300 schools with 8.1 million pupils, which is 270,000
 * registers of thirty; of 200 schools 157 are primary, 33 secondary and 10 special.
 */
final class England {

    private static final int SCHOOLS = 21_300;
    private static final int REGISTERS = 270_000;
    private static final int FIRST_URN = 100_001;
    private static final int LOWEST_LA_CODE = 800;
    private static final int HALF_TERM_DAYS = 40;
    private static final List<String> PRIMARY_YEARS = List.of("R", "1", "2", "3", "4", "5", "6");
    private static final List<String> SECONDARY_YEARS = List.of("7", "8", "9", "10", "11");

    private final List<SchoolPlan> schools = new ArrayList<>();
    private final List<Classroom> classrooms = new ArrayList<>();

    /**
     * @param share of the schools, above 0 to 1
     * @param today registers are played of days before it, two half terms of them
     */
    England(double share, LocalDate today) {
        int registers = (int) Math.max(1, Math.round(REGISTERS * share));
        int count = (int) Math.max(1, Math.round(SCHOOLS * share));
        SchoolCalendar calendar = calendarUntil(lastDay(today));
        for (int school = 0; school < count; school++) {
            int left = registers - classrooms.size();
            boolean last = school == count - 1;
            int classes = last ? left : Math.min(classesOf(school), left - (count - 1 - school));
            add(school, Math.max(classes, 1), calendar);
        }
    }

    List<SchoolPlan> schools() {
        return schools;
    }

    /** Every class of every school, school by school. */
    List<Classroom> classrooms() {
        return classrooms;
    }

    int pupils() {
        return classrooms.size() * Classroom.SIZE;
    }

    private void add(int school, int classes, SchoolCalendar calendar) {
        Phase phase = phaseOf(school);
        List<String> years = phase == Phase.SECONDARY ? SECONDARY_YEARS : PRIMARY_YEARS;
        Urn urn = new Urn(FIRST_URN + school);
        List<SchoolClass> schoolClasses = IntStream.range(0, classes)
                .mapToObj(i -> new SchoolClass(
                        new GroupId("c" + i),
                        List.of(years.get(i % years.size())),
                        Classroom.SIZE,
                        new Person("t-" + i, "Teacher of c" + i, "Class teacher")))
                .toList();
        for (int i = 0; i < classes; i++) {
            classrooms.add(new Classroom(
                    urn,
                    school,
                    schoolClasses.get(i).group(),
                    1 + i * Classroom.SIZE,
                    phase,
                    years.get(i % years.size()).equals("R")));
        }
        schools.add(new SchoolPlan(
                urn,
                "School " + urn,
                Integer.toString(LOWEST_LA_CODE + urn.value() / 10_000),
                phase,
                Policy.HCAT,
                calendar,
                schoolClasses,
                new Person("s-1", "M. Gablefield", "Attendance officer"),
                new Person("s-2", "R. Hazelridge", "Headteacher")));
    }

    private static Phase phaseOf(int school) {
        int of200 = school * 77 % 200;
        if (of200 < 157) {
            return Phase.PRIMARY;
        }
        return of200 < 190 ? Phase.SECONDARY : Phase.SPECIAL;
    }

    private static int classesOf(int school) {
        return switch (phaseOf(school)) {
            case PRIMARY -> 9;
            case SECONDARY -> 33;
            case SPECIAL -> 5;
        };
    }

    /** Yesterday; in the first weeks of an academic year, which are too few, the last day of the one before. */
    private static LocalDate lastDay(LocalDate today) {
        LocalDate yesterday = today.minusDays(1);
        LocalDate firstDay = AcademicYear.of(yesterday).firstDay();
        return firstTerm(yesterday).isBefore(firstDay) ? firstDay.minusDays(1) : yesterday;
    }

    private static LocalDate firstTerm(LocalDate lastDay) {
        return lastDay.minusDays(2 * HALF_TERM_DAYS);
    }

    /** Two half terms, the second of which ends on the given day. */
    private static SchoolCalendar calendarUntil(LocalDate lastDay) {
        LocalDate second = lastDay.minusDays(HALF_TERM_DAYS);
        List<Term> terms = List.of(
                new Term("Benchmark 1", firstTerm(lastDay), second.minusDays(1)),
                new Term("Benchmark 2", second, lastDay));
        return new SchoolCalendar(AcademicYear.of(lastDay), terms, List.of());
    }
}
