package uk.muster.simulator.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.muster.simulator.school.Phase;
import uk.muster.simulator.school.PublishedCalendars;
import uk.muster.simulator.school.SchoolPlan;

class NationalRatesTest {

    private static final NationalRates RATES = NationalRates.published();
    private static final Set<String> IN_LONG_SPELLS = Set.of("C2", "K");

    @ParameterizedTest
    @EnumSource(Phase.class)
    void thePublishedSharesAddUpToOne(Phase phase) {
        double others =
                RATES.codes().stream().mapToDouble(c -> RATES.share(c, phase)).sum();

        assertThat(RATES.share(NationalRates.PRESENT, phase) + others).isCloseTo(1, within(1e-9));
    }

    /** 7,500 pupils over a year, about 2.8 million sessions: yet few spells of the codes that last for weeks, hence their wider bounds. */
    @ParameterizedTest
    @EnumSource(Phase.class)
    void everyCodeOfMoreThanOneInAThousandComesNearItsNationalShare(Phase phase) {
        SchoolPlan plan = SchoolPlans.large(phase, 250, PublishedCalendars.SHADE_2026);

        Map<String, Double> shares = SchoolPlans.settledShares(plan, RATES);

        assertThat(RATES.codes().stream().filter(code -> RATES.share(code, phase) > 0.001))
                .allSatisfy(code -> assertThat(shares.getOrDefault(code, 0.0))
                        .as("%s, %s", phase, code)
                        .isCloseTo(
                                RATES.share(code, phase), withinPercentage(IN_LONG_SPELLS.contains(code) ? 20 : 10)));
        assertThat(shares.get("/") + shares.get("\\"))
                .isCloseTo(RATES.share(NationalRates.PRESENT, phase), within(0.003));
    }
}
