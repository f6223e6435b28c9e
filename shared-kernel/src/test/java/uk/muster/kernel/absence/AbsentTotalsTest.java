package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.SchoolOverlays;

/** What the totals let pass must hold every pupil of whom a return or evidence falls due. */
class AbsentTotalsTest {

    private static final Map<String, EffectivePolicy> POLICIES = Stream.of("hcat", "kts", "clore-shalom", "ipat")
            .collect(Collectors.toMap(profile -> profile, SchoolOverlays::activated));
    private static final Set<String> COUNTED_OVER_DAYS = Set.of(Returns.UNAUTHORISED, Returns.SICKNESS, Evidence.STEP);
    private static final LocalDate FIRST = LocalDate.parse("2026-09-14");
    private static final int DAYS = 30;

    @Property(tries = 60)
    void nothingFallsDueOfAPupilWhoIsFarFromEveryLimit(@ForAll long seed) {
        POLICIES.forEach((profile, policy) -> {
            Random random = new Random(seed);
            List<String> codes = List.of(
                            List.of("I", "I", "I", "I", "/"),
                            List.of("G", "O", "U", "O", "/"),
                            List.of("I", "O", "/", "/", "/"),
                            List.of("I", "/", "/", "/", "/"),
                            List.of("L", "U", "/", "/", "/"))
                    .get(random.nextInt(5));
            AbsenceScenario scenario = new AbsenceScenario(policy, FIRST);
            Map<SessionKey, String> marks = new HashMap<>();
            for (LocalDate day : scenario.calendars().schoolDays(FIRST, FIRST.plusDays(DAYS))) {
                scenario.until(day.toString(), "15:45");
                for (SessionHalf half : SessionHalf.values()) {
                    String code = codes.get(random.nextInt(codes.size()));
                    scenario.mark(day.toString(), half, code);
                    marks.put(new SessionKey(day, half), code);
                }
                if (scenario.state().tasks().stream().anyMatch(AbsentTotalsTest::isCountedOverDays)) {
                    assertThat(totals(marks, London.dateOf(scenario.now())).mayReachALimit(policy))
                            .as(profile)
                            .isTrue();
                }
            }
        });
    }

    private static boolean isCountedOverDays(FollowUpTask task) {
        return COUNTED_OVER_DAYS.contains(task.step())
                || task.step().startsWith(Lateness.STEP)
                || Set.of(Thresholds.WARNING, Thresholds.CONSIDER).contains(task.step());
    }

    @Test
    void fewAbsencesAreFarFromEveryLimit() {
        AbsentTotals few = new AbsentTotals(4, 4, 0, 2, 2, 2, 4, 2);

        POLICIES.forEach((profile, policy) ->
                assertThat(few.mayReachALimit(policy)).as(profile).isFalse());
    }

    @Test
    void illnessBesideAbsenceWithoutLeaveMattersWhereThePolicyAsksForEvidenceOfIt() {
        AbsentTotals both = new AbsentTotals(1, 1, 1, 1, 1, 0, 1, 0);

        assertThat(both.mayReachALimit(POLICIES.get("clore-shalom"))).isTrue();
        assertThat(both.mayReachALimit(POLICIES.get("hcat"))).isFalse();
    }

    @Test
    void manyIllnessesAndLateMarksMatterWhereThePolicyCountsThem() {
        AbsentTotals ill = new AbsentTotals(0, 0, 0, 3, 3, 0, 0, 0);
        AbsentTotals late = new AbsentTotals(0, 0, 0, 0, 0, 3, 0, 0);

        assertThat(ill.mayReachALimit(POLICIES.get("clore-shalom"))).isTrue();
        assertThat(ill.mayReachALimit(POLICIES.get("hcat"))).isFalse();
        assertThat(late.mayReachALimit(POLICIES.get("hcat"))).isTrue();
        assertThat(late.mayReachALimit(POLICIES.get("kts"))).isFalse();
    }

    @Test
    void absencesTowardsAPenaltyMatterAsSoonAsThePolicyWarns() {
        AbsentTotals six = new AbsentTotals(0, 0, 0, 0, 0, 0, 6, 0);
        AbsentTotals late = new AbsentTotals(0, 0, 0, 0, 0, 2, 5, 5);

        assertThat(six.mayReachALimit(POLICIES.get("clore-shalom"))).isTrue();
        assertThat(six.mayReachALimit(POLICIES.get("hcat"))).isFalse();
        assertThat(late.mayReachALimit(POLICIES.get("hcat"))).isTrue();
        assertThat(late.mayReachALimit(POLICIES.get("kts"))).isFalse();
    }

    private static AbsentTotals totals(Map<SessionKey, String> marks, LocalDate today) {
        LocalDate lately = today.minusDays(60);
        return new AbsentTotals(
                count(marks, LocalDate.MIN, "GNOU"),
                count(marks, lately, "GNOU"),
                count(marks, lately, "GO"),
                count(marks, LocalDate.MIN, "I"),
                count(marks, lately, "I"),
                count(marks, LocalDate.MIN, "LU"),
                count(marks, LocalDate.MIN, "GNOU"),
                count(marks, LocalDate.MIN, "U"));
    }

    private static int count(Map<SessionKey, String> marks, LocalDate since, String codes) {
        return (int) marks.entrySet().stream()
                .filter(mark ->
                        codes.contains(mark.getValue()) && !mark.getKey().date().isBefore(since))
                .count();
    }
}
