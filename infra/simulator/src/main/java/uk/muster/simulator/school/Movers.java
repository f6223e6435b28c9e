package uk.muster.simulator.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.identity.PupilId;
import uk.muster.simulator.chance.Chance;

/**
 * Lets pupils come, go and change class in the middle of a term: about one in fifty leaves, for another of these schools where one has the
 * same phase, as many come from elsewhere, and where a year has several classes one in a hundred changes class.
 */
public final class Movers {

    private static final double LEAVES = 0.02;
    private static final double COMES = 0.02;
    private static final double CHANGES_CLASS = 0.01;
    /** Nobody moves in the first or last days of a term, so that every mover has marks on both sides. */
    private static final int SETTLING_DAYS = 6;

    private final List<SchoolPlan> plans;
    private final List<List<RollEntry>> rolls;
    private final List<List<LocalDate>> days;
    private final long seed;

    private Movers(List<SchoolPlan> plans, List<List<RollEntry>> rolls, List<List<LocalDate>> days, long seed) {
        this.plans = plans;
        this.rolls = rolls.stream()
                .map(ArrayList::new)
                .<List<RollEntry>>map(roll -> roll)
                .toList();
        this.days = days;
        this.seed = seed;
    }

    /**
     * @param rolls the roll of each school, in the order of {@code plans}
     * @param halves the half terms of the term, of each school
     * @return the rolls with the term's movers, whoever comes at the end of each
     */
    public static List<List<RollEntry>> move(
            List<SchoolPlan> plans, List<List<RollEntry>> rolls, List<List<Term>> halves, long seed) {
        List<List<LocalDate>> days = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            SchoolPlan plan = plans.get(i);
            days.add(halves.get(i).stream()
                    .flatMap(half -> SchoolDays.of(plan.calendar(), half).stream())
                    .toList());
        }
        return new Movers(plans, rolls, days, seed).move();
    }

    private List<List<RollEntry>> move() {
        for (int school = 0; school < plans.size(); school++) {
            int residents = (int) rolls.get(school).stream()
                    .filter(entry -> entry.leaving().isEmpty())
                    .count();
            for (int index = 0; index < residents; index++) {
                move(school, index);
            }
        }
        return rolls.stream().map(List::copyOf).toList();
    }

    private void move(int school, int index) {
        RollEntry entry = rolls.get(school).get(index);
        Chance chance =
                Chance.of(seed, plans.get(school).urn(), "moves", entry.pupil().id());
        List<LocalDate> own = days.get(school);
        if (own.size() <= 2 * SETTLING_DAYS) {
            return;
        }
        LocalDate day = own.get(chance.between(SETTLING_DAYS, own.size() - 1 - SETTLING_DAYS));
        double u = chance.uniform();
        if (u < LEAVES) {
            leave(school, index, day);
        } else if (u < LEAVES + COMES) {
            Pupil pupil = entry.pupil();
            rolls.get(school).set(index, RollEntry.of(pupil.at(pupil.id(), pupil.group(), day), entry.leaning()));
        } else if (u < LEAVES + COMES + CHANGES_CLASS) {
            classFor(school, entry.pupil(), c -> !c.group().equals(entry.pupil().group()))
                    .ifPresent(c -> rolls.get(school).set(index, entry.moving(c.group(), day)));
        }
    }

    private void leave(int school, int index, LocalDate lastDay) {
        RollEntry entry = rolls.get(school).get(index);
        for (int other = 0; other < plans.size(); other++) {
            Optional<SchoolClass> welcome = classFor(other, entry.pupil(), c -> true);
            Optional<LocalDate> firstDay =
                    days.get(other).stream().filter(lastDay::isBefore).findFirst();
            if (other != school
                    && plans.get(other).phase() == plans.get(school).phase()
                    && welcome.isPresent()
                    && firstDay.isPresent()) {
                PupilId id = new PupilId(
                        "j" + plans.get(school).urn() + "-" + entry.pupil().id());
                rolls.get(other)
                        .add(RollEntry.of(
                                entry.pupil().at(id, welcome.get().group(), firstDay.get()), entry.leaning()));
                rolls.get(school)
                        .set(index, entry.leaving(lastDay, plans.get(other).name()));
                return;
            }
        }
        rolls.get(school).set(index, entry.leaving(lastDay, "A school elsewhere"));
    }

    private Optional<SchoolClass> classFor(int school, Pupil pupil, Predicate<SchoolClass> also) {
        return plans.get(school).classes().stream()
                .filter(c -> c.years().contains(pupil.yearGroup()))
                .filter(also)
                .findFirst();
    }
}
