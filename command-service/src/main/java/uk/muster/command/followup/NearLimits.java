package uk.muster.command.followup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import uk.muster.kernel.absence.AbsentTotals;
import uk.muster.kernel.absence.AbsentTotals.Since;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.policy.EffectivePolicy;

/**
 * Whose absences may add up to what somebody is to be told or asked of. A pupil's sessions are counted once; from then on what there can be at most is
 * counted on in memory, and they are counted again when that is as much as a limit that a mark just seen counts towards. Used by the one reader that watches the registers.
 */
final class NearLimits {

    private static final int MOST_PUPILS = 100_000;

    private final Function<Map<PupilNumber, Since>, Map<PupilNumber, AbsentTotals>> count;
    private final Cache<PupilNumber, Bound> bounds = Caffeine.newBuilder()
            .maximumSize(MOST_PUPILS)
            .executor(Runnable::run)
            .build();

    private record Bound(Since since, AbsentTotals most) {}

    /**
     * A pupil to judge, by which policy and since when.
     *
     * @param seen the marks that nobody has looked at yet
     */
    record Asked(EffectivePolicy policy, Since since, AbsentTotals seen) {

        private boolean isNear(AbsentTotals totals, boolean elsewhere) {
            return totals.mayReachALimit(policy, elsewhere, seen);
        }
    }

    /** Those who may reach a limit, and those who may if another school's sessions count beside these. */
    record Near(Set<PupilNumber> pupils, Set<PupilNumber> withOthers) {}

    /** @param count how many sessions pupils have; one without any is absent */
    NearLimits(Function<Map<PupilNumber, Since>, Map<PupilNumber, AbsentTotals>> count) {
        this.count = count;
    }

    /** Another session of the pupil has the code. Seeing one twice makes for another count, no more. */
    void seen(PupilNumber pupil, String code) {
        bounds.asMap()
                .computeIfPresent(
                        pupil,
                        (_, before) -> new Bound(before.since(), before.most().atMostWith(code)));
    }

    /** Nothing is known of any pupil: another instance has read on meanwhile. */
    void forget() {
        bounds.invalidateAll();
    }

    Near among(Map<PupilNumber, Asked> pupils) {
        Map<PupilNumber, Since> unknown = new LinkedHashMap<>();
        pupils.forEach((pupil, asked) -> {
            Bound bound = bounds.getIfPresent(pupil);
            if (bound == null || !asked.since().countsNoMoreThan(bound.since()) || asked.isNear(bound.most(), true)) {
                unknown.put(pupil, asked.since());
            }
        });
        return near(pupils, unknown.isEmpty() ? Map.of() : counted(unknown));
    }

    private Map<PupilNumber, AbsentTotals> counted(Map<PupilNumber, Since> pupils) {
        Map<PupilNumber, AbsentTotals> found = count.apply(pupils);
        found.forEach((pupil, totals) -> bounds.put(pupil, new Bound(pupils.get(pupil), totals)));
        return found;
    }

    private static Near near(Map<PupilNumber, Asked> pupils, Map<PupilNumber, AbsentTotals> counted) {
        Set<PupilNumber> near = new LinkedHashSet<>();
        Set<PupilNumber> withOthers = new LinkedHashSet<>();
        counted.forEach((pupil, totals) -> {
            Asked asked = pupils.get(pupil);
            if (asked.isNear(totals, false)) {
                near.add(pupil);
            } else if (asked.isNear(totals, true)) {
                withOthers.add(pupil);
            }
        });
        return new Near(near, withOthers);
    }
}
