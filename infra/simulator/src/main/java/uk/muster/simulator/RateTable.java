package uk.muster.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.NationalRates;
import uk.muster.simulator.term.SettledMarks;

/** Each code's share of the possible sessions of some schools, beside the national share for schools of those phases. */
final class RateTable {

    private static final List<String> PRESENT_CODES = List.of("/", "\\");

    private RateTable() {}

    static String of(List<SchoolPlan> plans, SettledMarks marks, NationalRates rates) {
        Map<Urn, SortedMap<String, Integer>> counts = new HashMap<>();
        plans.forEach(plan -> counts.put(plan.urn(), marks.counts(plan.urn())));
        long possible = counts.values().stream().mapToLong(RateTable::total).sum();

        List<String> codes = new ArrayList<>(List.of(NationalRates.PRESENT));
        codes.addAll(rates.codes());
        StringBuilder table = new StringBuilder("code   simulated   national   (percent of possible sessions)\n");
        for (String code : codes) {
            double sessions = 0;
            double expected = 0;
            for (SchoolPlan plan : plans) {
                SortedMap<String, Integer> own = counts.get(plan.urn());
                sessions += count(own, code);
                expected += total(own) * rates.share(code, plan.phase());
            }
            table.append(String.format(
                    Locale.ROOT,
                    "%-4s  %10.3f %10.3f%n",
                    code.equals(NationalRates.PRESENT) ? "/ \\" : code,
                    100 * sessions / possible,
                    100 * expected / possible));
        }
        return table.append(String.format(Locale.ROOT, "%,d possible sessions%n", possible))
                .toString();
    }

    private static long count(SortedMap<String, Integer> counts, String code) {
        return code.equals(NationalRates.PRESENT)
                ? PRESENT_CODES.stream()
                        .mapToLong(present -> counts.getOrDefault(present, 0))
                        .sum()
                : counts.getOrDefault(code, 0);
    }

    private static long total(SortedMap<String, Integer> counts) {
        return counts.values().stream().mapToLong(n -> n).sum();
    }
}
