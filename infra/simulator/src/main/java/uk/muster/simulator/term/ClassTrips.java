package uk.muster.simulator.term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.muster.kernel.identity.GroupId;
import uk.muster.simulator.chance.Chance;
import uk.muster.simulator.school.SchoolClass;
import uk.muster.simulator.school.SchoolPlan;

/** The days on which a whole class is out on an educational visit (code V), by class: indexes of school days, 0 the first of the term. */
record ClassTrips(Map<GroupId, Set<Integer>> daysByClass) {

    /** Whoever is out for days is absent from the visit too, so a class must be out a little longer than the rate says. */
    private static final Set<String> KEEP_PUPILS_AWAY = Set.of("I", "O", "G", "C", "E", "R", "T", "K", "W", "C2");

    static boolean keepsAway(String code) {
        return KEEP_PUPILS_AWAY.contains(code);
    }

    /** Spreads the school's days of visits over its classes by systematic sampling, so that their number is as exact as it can be. */
    static ClassTrips draw(SchoolPlan plan, NationalRates rates, int days, long seed) {
        double away = KEEP_PUPILS_AWAY.stream()
                .mapToDouble(c -> rates.share(c, plan.phase()))
                .sum();
        double daysPerClass = days * rates.share("V", plan.phase()) / (1 - away);
        Chance chance = Chance.of(seed, plan.urn(), "trips");
        double before = chance.uniform();
        Map<GroupId, Set<Integer>> trips = new HashMap<>();
        List<SchoolClass> classes = plan.classes();
        for (SchoolClass schoolClass : classes) {
            double after = before + daysPerClass;
            Set<Integer> own = new TreeSet<>();
            int wanted = Math.min((int) after - (int) before, days);
            while (own.size() < wanted) {
                own.add(chance.between(0, days - 1));
            }
            trips.put(schoolClass.group(), own);
            before = after;
        }
        return new ClassTrips(Map.copyOf(trips));
    }

    boolean isOut(GroupId group, int day) {
        return daysByClass.getOrDefault(group, Set.of()).contains(day);
    }
}
