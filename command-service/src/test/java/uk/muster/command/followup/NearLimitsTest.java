package uk.muster.command.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import uk.muster.command.followup.NearLimits.Asked;
import uk.muster.command.followup.NearLimits.Near;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.absence.AbsentTotals;
import uk.muster.kernel.absence.AbsentTotals.Since;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.policy.EffectivePolicy;

/** What is counted on in memory finds whom a count of all finds, and counts seldom. */
class NearLimitsTest {

    private static final EffectivePolicy POLICY = Scene.policy("kts", Scene.leastOverlay("kts"));
    private static final LocalDate YEAR = LocalDate.of(2026, 9, 1);
    private static final List<String> CODES = List.of("I", "L", "U", "G", "O", "N", "I", "I", "L");

    /** How many marks of each code each pupil has, of which those of the first half are before a later day to count from. */
    private final Map<PupilNumber, List<String>> marks = new HashMap<>();

    private final List<Set<PupilNumber>> counts = new ArrayList<>();
    private final NearLimits limits = new NearLimits(this::count);
    private Since since = since(YEAR);
    private int before;

    private static Since since(LocalDate day) {
        return new Since(day, day, day, day);
    }

    private static PupilNumber pupil(int number) {
        return new PupilNumber("%020d".formatted(number));
    }

    private Map<PupilNumber, AbsentTotals> count(Map<PupilNumber, Since> pupils) {
        counts.add(pupils.keySet());
        Map<PupilNumber, AbsentTotals> found = new HashMap<>();
        pupils.keySet().forEach(pupil -> found.put(pupil, total(pupil)));
        return found;
    }

    private AbsentTotals total(PupilNumber pupil) {
        List<String> all = marks.getOrDefault(pupil, List.of());
        AbsentTotals total = AbsentTotals.NONE;
        for (String code : all.subList(Math.min(before, all.size()), all.size())) {
            total = total.atMostWith(code);
        }
        return total;
    }

    @Property(tries = 100)
    void findsWhomACountOfAllFinds(@ForAll long seed) {
        NearLimitsTest school = new NearLimitsTest();
        Random random = new Random(seed);
        for (int step = 0; step < 80; step++) {
            Map<PupilNumber, Asked> asked = new HashMap<>();
            for (int i = 0; i < 3; i++) {
                PupilNumber pupil = pupil(random.nextInt(5));
                String code = CODES.get(random.nextInt(CODES.size()));
                school.mark(pupil, code);
                asked.put(pupil, new Asked(POLICY, school.since, AbsentTotals.NONE.atMostWith(code)));
            }
            switch (random.nextInt(12)) {
                case 0 -> school.limits.forget();
                case 1 -> school.countFrom(random.nextInt(4));
                default -> {}
            }
            asked.replaceAll((_, each) -> new Asked(each.policy(), school.since, each.seen()));
            school.check(asked);
        }
    }

    private void mark(PupilNumber pupil, String code) {
        marks.computeIfAbsent(pupil, _ -> new ArrayList<>()).add(code);
        limits.seen(pupil, code);
    }

    /** From a later day on fewer count, from an earlier day on more. */
    private void countFrom(int first) {
        before = first;
        since = since(YEAR.plusDays(first));
    }

    private void check(Map<PupilNumber, Asked> asked) {
        Set<PupilNumber> near = new HashSet<>();
        Set<PupilNumber> withOthers = new HashSet<>();
        asked.forEach((pupil, each) -> {
            if (total(pupil).mayReachALimit(POLICY, false, each.seen())) {
                near.add(pupil);
            } else if (total(pupil).mayReachALimit(POLICY, true, each.seen())) {
                withOthers.add(pupil);
            }
        });
        assertThat(limits.among(asked)).isEqualTo(new Near(near, withOthers));
    }

    @Test
    void whoIsFarFromEveryLimitIsCountedOnce() {
        Map<PupilNumber, Asked> asked = Map.of(pupil(1), new Asked(POLICY, since, AbsentTotals.NONE.atMostWith("I")));
        for (int times = 0; times < 3; times++) {
            mark(pupil(1), "I");
            assertThat(limits.among(asked)).isEqualTo(new Near(Set.of(), Set.of()));
        }
        assertThat(counts).hasSize(1);
        limits.forget();
        limits.among(asked);
        assertThat(counts).as("whatever was known may be out of date").hasSize(2);
    }
}
