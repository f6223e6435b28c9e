package uk.muster.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import uk.muster.kernel.identity.SessionHalf;

/** Cases worked by hand from the four policies; ipat with the times 08:50 and 09:10. */
class GoldenVectorsTest {

    private static final Map<String, EffectivePolicy> POLICIES = Stream.of("hcat", "kts", "clore-shalom", "ipat")
            .collect(Collectors.toMap(profile -> profile, SchoolOverlays::activated));

    @ParameterizedTest(name = "{0}: {1} {2} {3} {4}")
    @CsvFileSource(resources = "/golden/gv-1-arrivals.csv", numLinesToSkip = 1)
    void gv1AnArrivalBecomesACode(LocalTime arrival, String hcat, String kts, String cloreShalom, String ipat) {
        assertThat(code("hcat", arrival)).isEqualTo(hcat);
        assertThat(code("kts", arrival)).isEqualTo(kts);
        assertThat(code("clore-shalom", arrival)).isEqualTo(cloreShalom);
        assertThat(code("ipat", arrival)).isEqualTo(ipat);
    }

    @ParameterizedTest(name = "{0}/{1}: {2}, {3}, {4}, {5}; {6}; {7}")
    @CsvFileSource(resources = "/golden/gv-2-bands.csv", numLinesToSkip = 1)
    void gv2ARateFallsIntoABand(
            int attended,
            int possible,
            String hcat,
            String kts,
            String cloreShalom,
            String ipat,
            String flags,
            String hcatColour) {
        assertThat(band("hcat", attended, possible)).isEqualTo(hcat);
        assertThat(band("kts", attended, possible)).isEqualTo(kts);
        assertThat(band("clore-shalom", attended, possible)).isEqualTo(cloreShalom);
        assertThat(band("ipat", attended, possible)).isEqualTo(ipat);
        assertThat(POLICIES.get("hcat").bands().colourOf(attended, possible)).contains(hcatColour);
        assertThat(POLICIES.values()).allSatisfy(policy -> {
            assertThat(policy.bands().isPersistentlyAbsent(attended, possible)).isEqualTo(flags.contains("PA"));
            assertThat(policy.bands().isSeverelyAbsent(attended, possible)).isEqualTo(flags.contains("SA"));
        });
    }

    @ParameterizedTest(name = "{0} absent: {1} weeks")
    @CsvFileSource(resources = "/golden/gv-8-monitoring.csv", numLinesToSkip = 1)
    void gv8AttendanceIsWatchedForLongerWithEachDayOfAbsence(int absent, int weeks) {
        assertThat(POLICIES.get("hcat").monitoring())
                .isNotNull()
                .satisfies(
                        monitoring -> assertThat(monitoring.weeksWith(absent)).isEqualTo(weeks));
        assertThat(POLICIES.get("clore-shalom").monitoring()).isNull();
    }

    @Property
    void everyRateHasABandAndAHigherRateNeverALowerOne(
            @ForAll @IntRange(min = 1, max = 2_000) int possible,
            @ForAll @IntRange(min = 0, max = 2_000) int attended) {
        int held = Math.min(attended, possible);
        for (EffectivePolicy policy : POLICIES.values()) {
            Bands bands = policy.bands();
            int place = bands.scale().indexOf(bands.bandOf(held, possible).orElseThrow());
            int above = bands.scale()
                    .indexOf(
                            bands.bandOf(Math.min(held + 1, possible), possible).orElseThrow());
            assertThat(above).isLessThanOrEqualTo(place);
            // The four policies draw the lines where the Department does.
            assertThat(bands.isPersistentlyAbsent(held, possible)).isEqualTo((possible - held) * 10 >= possible);
            assertThat(bands.isSeverelyAbsent(held, possible)).isEqualTo((possible - held) * 2 >= possible);
        }
    }

    @Test
    void nothingPossibleHasNoBandAndNoFlag() {
        Bands bands = SchoolOverlays.activated("kts").bands();
        assertThat(bands.bandOf(0, 0)).isEmpty();
        assertThat(SchoolOverlays.activated("hcat").bands().colourOf(0, 0)).isEmpty();
        assertThat(bands.isPersistentlyAbsent(0, 0)).isFalse();
        assertThat(bands.isSeverelyAbsent(0, 0)).isFalse();
    }

    @Test
    void onlyAPolicyWithColoursHasThem() {
        assertThat(SchoolOverlays.activated("kts").bands().colourOf(380, 380)).isEmpty();
    }

    /** Twenty possible sessions in all four policies. */
    @Test
    void aBandIsProvisionalUntilEnoughSessionsWerePossible() {
        assertThat(POLICIES.values()).allSatisfy(policy -> {
            assertThat(policy.bands().isProvisional(19)).isTrue();
            assertThat(policy.bands().isProvisional(20)).isFalse();
        });
    }

    @Test
    void aPolicySaysFromWhenClassesAndTripsAreRewarded() {
        RewardPolicy hcat = POLICIES.get("hcat").rewards();
        assertThat(hcat.classesFrom()).hasValue(970_000);
        assertThat(hcat.tripsFrom()).isEqualTo(970_000);
        assertThat(hcat.items()).contains(new RewardPolicy.Item("class", "highest", "weekly"));
        assertThat(POLICIES.get("kts").rewards().classesFrom()).isEmpty();
        assertThat(POLICIES.get("kts").rewards().tripsFrom()).isNull();
    }

    @Test
    void aPolicyMayDrawThePersistentLineBelowTheLimitItself() {
        var overlay = SchoolOverlays.least("kts");
        overlay.set("bands", SchoolOverlays.json("{\"pa_comparator\": \"lt\", \"pa_pct\": 92.5}"));
        Bands bands = SchoolOverlays.activated("kts", overlay).bands();
        assertThat(bands.isPersistentlyAbsent(185, 200)).isFalse();
        assertThat(bands.isPersistentlyAbsent(184, 200)).isTrue();
    }

    private static String code(String profile, LocalTime arrival) {
        return POLICIES.get(profile).arrivals().at(SessionHalf.AM, arrival).symbol();
    }

    private static String band(String profile, int attended, int possible) {
        return POLICIES.get(profile)
                .bands()
                .bandOf(attended, possible)
                .orElseThrow()
                .label();
    }
}
