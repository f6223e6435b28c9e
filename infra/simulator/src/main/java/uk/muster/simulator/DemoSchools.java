package uk.muster.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.school.Phase;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.school.PublishedCalendars;
import uk.muster.simulator.school.SchoolClass;
import uk.muster.simulator.school.SchoolPlan;

/** The four invented schools of the demo, one for each policy, on the published calendars of the year that {@code today} falls in. */
final class DemoSchools {

    private static final List<String> PRIMARY_YEARS = List.of("R", "1", "2", "3", "4", "5", "6");
    private static final List<String> SECONDARY_YEARS = List.of("7", "8", "9", "10", "11");
    private static final List<String> SECONDARY_TUTOR_GROUPS = List.of("A", "B", "C");
    private static final LocalDate FIRST_DAY_OF_2026 = LocalDate.of(2026, 9, 2);

    private DemoSchools() {}

    /** The schools in each year of which a calendar is published, in order. */
    static List<List<SchoolPlan>> everyYear() {
        return List.of(on(FIRST_DAY_OF_2026.minusDays(1)), on(FIRST_DAY_OF_2026));
    }

    static List<SchoolPlan> on(LocalDate today) {
        boolean newer = !today.isBefore(FIRST_DAY_OF_2026);
        return List.of(
                school(
                        900_001,
                        "Quillfield Primary School",
                        "811",
                        Phase.PRIMARY,
                        Policy.HCAT,
                        newer ? PublishedCalendars.SHADE_2026 : PublishedCalendars.STAMFORD_BRIDGE_2025,
                        primaryClasses()),
                school(
                        900_002,
                        "Lanternmere School",
                        "807",
                        Phase.SPECIAL,
                        Policy.KTS,
                        newer ? PublishedCalendars.SHADE_2026 : PublishedCalendars.STAMFORD_BRIDGE_2025,
                        specialClasses()),
                school(
                        900_003,
                        "Saffron Garth Primary School",
                        "919",
                        Phase.PRIMARY,
                        Policy.CLORE_SHALOM,
                        newer ? PublishedCalendars.WIDMER_END_2026 : PublishedCalendars.CRABTREE_2025,
                        primaryClasses()),
                school(
                        900_004,
                        "Thistleworth Academy",
                        "810",
                        Phase.SECONDARY,
                        Policy.IPAT,
                        newer ? PublishedCalendars.SAINT_GREGORYS_2026 : PublishedCalendars.CRABTREE_2025,
                        secondaryClasses()));
    }

    private static SchoolPlan school(
            int urn,
            String name,
            String laCode,
            Phase phase,
            Policy policy,
            SchoolCalendar calendar,
            List<SchoolClass> classes) {
        return new SchoolPlan(
                new Urn(urn),
                name,
                laCode,
                phase,
                policy,
                calendar,
                classes,
                new Person("s-1", "M. Gablefield", "Attendance officer"),
                new Person("s-2", "R. Hazelridge", "Headteacher"));
    }

    private static List<SchoolClass> primaryClasses() {
        return PRIMARY_YEARS.stream()
                .map(year -> schoolClass(year.equals("R") ? "R-Willow" : year + "-Willow", List.of(year), 30))
                .toList();
    }

    private static List<SchoolClass> specialClasses() {
        List<List<String>> bands = List.of(
                List.of("R", "1"),
                List.of("2"),
                List.of("3", "4"),
                List.of("5", "6"),
                List.of("7"),
                List.of("8"),
                List.of("9"),
                List.of("10"),
                List.of("11"));
        List<SchoolClass> classes = new ArrayList<>();
        for (List<String> band : bands) {
            classes.add(schoolClass("Class-" + (classes.size() + 1), band, 10));
        }
        return classes;
    }

    private static List<SchoolClass> secondaryClasses() {
        return SECONDARY_YEARS.stream()
                .flatMap(year -> SECONDARY_TUTOR_GROUPS.stream().map(t -> schoolClass(year + t, List.of(year), 26)))
                .toList();
    }

    private static SchoolClass schoolClass(String group, List<String> years, int size) {
        return new SchoolClass(
                new GroupId(group), years, size, new Person("t-" + group, "Teacher of " + group, "Class teacher"));
    }
}
