package uk.muster.kernel.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;

/**
 * What stands in the schedule of disposals for one academic year of recording.
 *
 * @param disposableOn the first day on which the year's keys may go
 * @param pupils whose keys of that year go, in the order of their numbers
 * @param held how many pupils' keys stay, by why; a pupil held for several reasons counts with the first of them
 * @param staff whether the key of what names the school's staff goes: it stays as long as a pupil's of that year is held, whose record it is part of
 */
public record DisposalPlan(
        AcademicYear academicYear,
        LocalDate disposableOn,
        List<PupilNumber> pupils,
        SortedMap<HeldBecause, Integer> held,
        boolean staff) {

    /**
     * What there is to plan from.
     *
     * @param pupils who has a key of which year
     * @param staff the years of which there is a key of the school's own
     * @param open the pupils of whom something is not at its end, and what
     */
    public record Keys(
            Map<AcademicYear, List<PupilNumber>> pupils,
            List<AcademicYear> staff,
            Map<PupilNumber, HeldBecause> open) {}

    /**
     * The schedule, oldest year first; years of which no key is left are not in it.
     *
     * @param years for which each entry is kept
     */
    public static List<DisposalPlan> schedule(Keys keys, RetentionState state, int years) {
        SortedMap<AcademicYear, List<PupilNumber>> all = new TreeMap<>(keys.pupils());
        keys.staff().forEach(year -> all.putIfAbsent(year, List.of()));
        List<DisposalPlan> schedule = new ArrayList<>();
        all.forEach((year, pupils) -> schedule.add(plan(year, pupils, keys, state, years)));
        return schedule;
    }

    private static DisposalPlan plan(
            AcademicYear year, List<PupilNumber> pupils, Keys keys, RetentionState state, int years) {
        List<PupilNumber> free = new ArrayList<>();
        Map<HeldBecause, Integer> held = new EnumMap<>(HeldBecause.class);
        for (PupilNumber pupil : pupils.stream().sorted().toList()) {
            heldBecause(pupil, year, keys, state)
                    .ifPresentOrElse(because -> held.merge(because, 1, Integer::sum), () -> free.add(pupil));
        }
        boolean staff = keys.staff().contains(year)
                && held.isEmpty()
                && state.holds().values().stream()
                        .noneMatch(hold -> hold.coversStaff(year)
                                || AcademicYear.of(hold.placedOn()).equals(year));
        return new DisposalPlan(year, Retention.disposableOn(year, years), free, new TreeMap<>(held), staff);
    }

    private static Optional<HeldBecause> heldBecause(
            PupilNumber pupil, AcademicYear year, Keys keys, RetentionState state) {
        return state.holds().values().stream()
                .filter(hold -> hold.covers(pupil, year))
                .findFirst()
                .map(hold -> HeldBecause.of(hold.kind()))
                .or(() -> Optional.ofNullable(keys.open().get(pupil)));
    }

    /** Whether its day has come. */
    public boolean isDue(LocalDate today) {
        return !today.isBefore(disposableOn);
    }

    /** Whether anything would be destroyed. */
    public boolean hasWork() {
        return staff || !pupils.isEmpty();
    }
}
