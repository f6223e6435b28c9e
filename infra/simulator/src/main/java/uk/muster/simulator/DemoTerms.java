package uk.muster.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.muster.kernel.calendar.Term;
import uk.muster.simulator.school.Movers;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.school.RollDraw;
import uk.muster.simulator.school.RollEntry;
import uk.muster.simulator.school.SchoolDays;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.LivedTerm;
import uk.muster.simulator.term.NationalRates;
import uk.muster.simulator.term.SchoolTerm;
import uk.muster.simulator.term.TermDraw;

/**
 * The current term of the four demo schools, whole: which part of it has happened is the reader's affair. A {@link DemoMismatch} where it has begun
 * at some of them alone.
 */
final class DemoTerms {

    private DemoTerms() {}

    static List<SchoolTerm> draw(LocalDate today, long seed) {
        return draw(DemoSchools.on(today), today, seed, TermDraw::draw);
    }

    /** The same schools and pupils, their term to be lived; at one of them nobody's name stands for an N that becomes O. */
    static List<LivedTerm> live(LocalDate today, long seed) {
        List<SchoolPlan> plans = DemoSchools.on(today).stream()
                .map(plan -> plan.policy().equals(Policy.KTS) ? plan.withoutResponsibleOfficer() : plan)
                .toList();
        return draw(plans, today, seed, TermDraw::live);
    }

    private interface Drawing<T> {
        T draw(SchoolPlan plan, List<RollEntry> roll, List<Term> halves, NationalRates rates, long seed);
    }

    private static <T> List<T> draw(List<SchoolPlan> plans, LocalDate today, long seed, Drawing<T> drawing) {
        List<List<Term>> halves = plans.stream()
                .map(plan -> SchoolDays.currentTerm(plan.calendar(), today))
                .toList();
        if (halves.stream().anyMatch(List::isEmpty)) {
            throw new DemoMismatch(
                    "On %s the year has not begun at every school of the demo: run it from %s on, or start an instance with ./muster up --clock, which lives a term."
                            .formatted(today, TermOfClock.dayIn(today).orElseThrow()));
        }
        List<List<RollEntry>> rolls = Movers.move(
                plans, plans.stream().map(plan -> RollDraw.draw(plan, seed)).toList(), halves, seed);
        NationalRates rates = NationalRates.published();
        List<T> terms = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            terms.add(drawing.draw(plans.get(i), rolls.get(i), halves.get(i), rates, seed));
        }
        return List.copyOf(terms);
    }
}
