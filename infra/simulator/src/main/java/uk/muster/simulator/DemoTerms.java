package uk.muster.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.muster.kernel.calendar.Term;
import uk.muster.simulator.school.Movers;
import uk.muster.simulator.school.RollDraw;
import uk.muster.simulator.school.RollEntry;
import uk.muster.simulator.school.SchoolDays;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.NationalRates;
import uk.muster.simulator.term.SchoolTerm;
import uk.muster.simulator.term.TermDraw;

/** The current term of the four demo schools, whole: which part of it has happened is the reader's affair. */
final class DemoTerms {

    private DemoTerms() {}

    static List<SchoolTerm> draw(LocalDate today, long seed) {
        List<SchoolPlan> plans = DemoSchools.on(today);
        List<List<Term>> halves = plans.stream()
                .map(plan -> SchoolDays.currentTerm(plan.calendar(), today))
                .toList();
        List<List<RollEntry>> rolls = Movers.move(
                plans, plans.stream().map(plan -> RollDraw.draw(plan, seed)).toList(), halves, seed);
        NationalRates rates = NationalRates.published();
        List<SchoolTerm> terms = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            terms.add(TermDraw.draw(plans.get(i), rolls.get(i), halves.get(i), rates, seed));
        }
        return List.copyOf(terms);
    }
}
