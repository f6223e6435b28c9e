package uk.muster.simulator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.muster.kernel.calendar.Term;
import uk.muster.simulator.school.SchoolDays;
import uk.muster.simulator.school.SchoolPlan;

/** Which term a clock stands in: the one that contains its day for one of the schools, else the next. */
final class TermOfClock {

    private TermOfClock() {}

    /** A day of that term on which it has begun at every school; empty when no calendar is published for a later one. */
    static Optional<LocalDate> dayIn(LocalDate today) {
        return DemoSchools.everyYear().stream()
                .flatMap(plans -> seasons(plans).stream().map(season -> halves(plans, season)))
                .filter(halves -> !last(halves).isBefore(today))
                .map(TermOfClock::begun)
                .findFirst()
                .map(begun -> begun.isAfter(today) ? begun : today);
    }

    private static Set<String> seasons(List<SchoolPlan> plans) {
        Set<String> seasons = new LinkedHashSet<>();
        plans.getFirst().calendar().terms().forEach(half -> seasons.add(SchoolDays.season(half)));
        return seasons;
    }

    /** The half terms of a season, of each school. */
    private static List<List<Term>> halves(List<SchoolPlan> plans, String season) {
        return plans.stream()
                .map(plan -> plan.calendar().terms().stream()
                        .filter(half -> SchoolDays.season(half).equals(season))
                        .toList())
                .toList();
    }

    private static LocalDate last(List<List<Term>> halves) {
        return halves.stream()
                .map(own -> own.getLast().to())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate begun(List<List<Term>> halves) {
        return halves.stream()
                .map(own -> own.getFirst().from())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
