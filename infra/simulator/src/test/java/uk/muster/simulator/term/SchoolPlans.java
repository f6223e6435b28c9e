package uk.muster.simulator.term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.school.Phase;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.school.RollDraw;
import uk.muster.simulator.school.SchoolClass;
import uk.muster.simulator.school.SchoolPlan;

/** Schools for tests, and the codes that their registers hold when all is settled. */
final class SchoolPlans {

    static final long SEED = 20260902;

    private static final Set<String> NOT_POSSIBLE = Set.of("D", "X");

    private SchoolPlans() {}

    /** One school with the given number of classes of thirty, over the years 1 to 6 or 7 to 11. */
    static SchoolPlan large(Phase phase, int classes, SchoolCalendar calendar) {
        int firstYear = phase == Phase.PRIMARY ? 1 : 7;
        int years = phase == Phase.PRIMARY ? 6 : 5;
        List<SchoolClass> all = IntStream.range(0, classes)
                .mapToObj(i -> new SchoolClass(
                        new GroupId("g" + i),
                        List.of(Integer.toString(firstYear + i % years)),
                        30,
                        new Person("t-" + i, "Teacher " + i, "Class teacher")))
                .toList();
        return new SchoolPlan(
                new Urn(900_009),
                "A large draw",
                "999",
                phase,
                Policy.HCAT,
                calendar,
                all,
                new Person("s-1", "M. Gablefield", "Attendance officer"),
                new Person("s-2", "R. Hazelridge", "Headteacher"));
    }

    static SchoolTerm year(SchoolPlan plan, NationalRates rates) {
        return TermDraw.draw(plan, RollDraw.draw(plan, SEED), plan.calendar().terms(), rates, SEED);
    }

    /** Each code's share of possible sessions, 0 to 1, after every amendment. */
    static Map<String, Double> settledShares(SchoolPlan plan, NationalRates rates) {
        Map<String, Long> counts = settled(year(plan, rates)).values().stream()
                .flatMap(marks -> marks.values().stream())
                .filter(code -> !NOT_POSSIBLE.contains(code))
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        double possible = counts.values().stream().mapToLong(n -> n).sum();
        return counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue() / possible));
    }

    static Map<RegisterId, Map<PupilId, String>> settled(SchoolTerm term) {
        Map<RegisterId, Map<PupilId, String>> registers = new HashMap<>();
        for (Action action : term.actions()) {
            switch (action) {
                case Action.TakeRegister taken ->
                    registers.put(
                            taken.register(),
                            taken.marks().stream().collect(Collectors.toMap(Mark::pupil, Mark::code)));
                case Action.SignIn in -> registers.get(in.register()).put(in.pupil(), in.code());
                case Action.Amend amend -> registers.get(amend.register()).put(amend.pupil(), amend.to());
                case Action.Admit admit -> {}
                case Action.MoveGroup move -> {}
                case Action.Remove removal -> {}
            }
        }
        return registers;
    }
}
