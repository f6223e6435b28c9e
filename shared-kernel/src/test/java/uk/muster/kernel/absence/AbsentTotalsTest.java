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
import uk.muster.kernel.absence.AbsentTotals.Since;
import uk.muster.kernel.absence.AbsentTotals.Unauthorised;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.SchoolOverlays;

/** What the totals let pass must hold every pupil of whom a return or evidence falls due. */
class AbsentTotalsTest {

    private static final Map<String, EffectivePolicy> POLICIES = Stream.of("hcat", "kts", "clore-shalom", "ipat")
            .collect(Collectors.toMap(profile -> profile, SchoolOverlays::activated));
    private static final Set<String> COUNTED_OVER_DAYS =
            Set.of(Returns.UNAUTHORISED, Returns.SICKNESS, Evidence.STEP, Thresholds.WARNING, Thresholds.CONSIDER);
    private static final Unauthorised NONE = new Unauthorised(0, 0, 0, 0);
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
                    long before = countedOverDays(scenario);
                    scenario.mark(day.toString(), half, code);
                    marks.put(new SessionKey(day, half), code);
                    if (countedOverDays(scenario) > before) {
                        assertThat(totals(marks, Since.of(policy, scenario.calendars(), London.dateOf(scenario.now())))
                                        .mayReachALimit(policy, false, AbsentTotals.NONE.atMostWith(code)))
                                .as("%s: %s", profile, code)
                                .isTrue();
                    }
                }
            }
        });
    }

    @Test
    void whatCountsTowardsAPenaltyMattersFromTheLeastCountOfItsCodes() {
        AbsentTotals fourLate = new AbsentTotals(4, 0, 0, 0, 0, 0, new Unauthorised(0, 0, 0, 4));
        AbsentTotals fiveLate = new AbsentTotals(5, 0, 0, 0, 0, 0, new Unauthorised(0, 0, 0, 5));
        AbsentTotals nine = new AbsentTotals(9, 0, 0, 0, 0, 0, new Unauthorised(3, 3, 3, 0));

        // HCAT-17: five U; the window wants ten of any
        assertThat(fourLate.mayReachALimit(POLICIES.get("hcat"), false, fourLate))
                .isFalse();
        assertThat(fiveLate.mayReachALimit(POLICIES.get("hcat"), false, fiveLate))
                .isTrue();
        assertThat(nine.mayReachALimit(POLICIES.get("hcat"), false, nine)).isFalse();
        assertThat(nine.mayReachALimit(POLICIES.get("kts"), false, nine)).isFalse();
    }

    @Test
    void oneSessionMattersWhereTheChildMayHaveOthersAtAnotherSchoolThatCount() {
        AbsentTotals one = new AbsentTotals(1, 0, 0, 0, 0, 0, new Unauthorised(0, 0, 1, 0));

        assertThat(one.mayReachALimit(POLICIES.get("clore-shalom"), true, one)).isTrue();
        assertThat(one.mayReachALimit(POLICIES.get("clore-shalom"), false, one)).isFalse();
        assertThat(one.mayReachALimit(POLICIES.get("kts"), true, one)).isFalse();
    }

    @Test
    void lateMarksOfAHalfTermThatIsOverMatterNoMoreOnceItsLastDayCannotBeTakenLate() {
        EffectivePolicy hcat = POLICIES.get("hcat");
        AbsenceScenario scenario = new AbsenceScenario(hcat, FIRST);
        LocalDate second = scenario.calendars()
                .termOf(LocalDate.parse("2026-11-10"))
                .orElseThrow()
                .from();

        assertThat(Since.of(hcat, scenario.calendars(), second).lateness()).isBefore(second);
        assertThat(Since.of(hcat, scenario.calendars(), second.plusDays(1)).lateness())
                .isEqualTo(second);
    }

    private static long countedOverDays(AbsenceScenario scenario) {
        return scenario.state().tasks().stream()
                .filter(AbsentTotalsTest::isCountedOverDays)
                .count();
    }

    private static boolean isCountedOverDays(FollowUpTask task) {
        return COUNTED_OVER_DAYS.contains(task.step()) || task.step().startsWith(LateLadder.STEP);
    }

    @Test
    void fewAbsencesAreFarFromEveryLimit() {
        AbsentTotals few = new AbsentTotals(4, 4, 0, 2, 2, 2, NONE);

        POLICIES.forEach((profile, policy) ->
                assertThat(few.mayReachALimit(policy, false, few)).as(profile).isFalse());
    }

    @Test
    void illnessBesideAbsenceWithoutLeaveMattersWhereThePolicyAsksForEvidenceOfIt() {
        AbsentTotals both = new AbsentTotals(1, 1, 1, 1, 1, 0, NONE);

        assertThat(both.mayReachALimit(POLICIES.get("clore-shalom"), false, both))
                .isTrue();
        assertThat(both.mayReachALimit(POLICIES.get("hcat"), false, both)).isFalse();
    }

    @Test
    void nothingIsReachedByMarksThatDoNotCountTowardsIt() {
        AbsentTotals late = new AbsentTotals(10, 10, 0, 1, 1, 10, new Unauthorised(0, 0, 0, 10));
        AbsentTotals ill = AbsentTotals.NONE.atMostWith("I");
        AbsentTotals lateAgain = AbsentTotals.NONE.atMostWith("U");

        assertThat(late.mayReachALimit(POLICIES.get("kts"), false, lateAgain)).isTrue();
        assertThat(new AbsentTotals(0, 0, 0, 1, 1, 10, NONE).mayReachALimit(POLICIES.get("hcat"), false, ill))
                .isFalse();
        assertThat(new AbsentTotals(0, 0, 0, 1, 1, 10, NONE).mayReachALimit(POLICIES.get("hcat"), false, lateAgain))
                .isTrue();
    }

    @Test
    void manyIllnessesAndLateMarksMatterWhereThePolicyCountsThem() {
        AbsentTotals ill = new AbsentTotals(0, 0, 0, 3, 3, 0, NONE);
        AbsentTotals late = new AbsentTotals(0, 0, 0, 0, 0, 3, NONE);

        assertThat(ill.mayReachALimit(POLICIES.get("clore-shalom"), false, ill)).isTrue();
        assertThat(ill.mayReachALimit(POLICIES.get("hcat"), false, ill)).isFalse();
        assertThat(late.mayReachALimit(POLICIES.get("hcat"), false, late)).isTrue();
        assertThat(late.mayReachALimit(POLICIES.get("kts"), false, late)).isFalse();
    }

    private static AbsentTotals totals(Map<SessionKey, String> marks, Since since) {
        return new AbsentTotals(
                count(marks, since.year(), "GNOU"),
                count(marks, since.lately(), "GNOU"),
                count(marks, since.lately(), "GO"),
                count(marks, since.year(), "I"),
                count(marks, since.lately(), "I"),
                count(marks, since.lateness(), "LU"),
                new Unauthorised(
                        count(marks, since.penalties(), "G"),
                        count(marks, since.penalties(), "N"),
                        count(marks, since.penalties(), "O"),
                        count(marks, since.penalties(), "U")));
    }

    private static int count(Map<SessionKey, String> marks, LocalDate since, String codes) {
        return (int) marks.entrySet().stream()
                .filter(mark ->
                        codes.contains(mark.getValue()) && !mark.getKey().date().isBefore(since))
                .count();
    }
}
