package uk.muster.simulator.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.muster.simulator.school.Phase;
import uk.muster.simulator.school.PublishedCalendars;
import uk.muster.simulator.school.SchoolPlan;

class NationalRatesTest {

    private static final NationalRates RATES = NationalRates.published();

    @ParameterizedTest
    @EnumSource(Phase.class)
    void thePublishedSharesAddUpToOne(Phase phase) {
        double others =
                RATES.codes().stream().mapToDouble(c -> RATES.share(c, phase)).sum();

        assertThat(RATES.share(NationalRates.PRESENT, phase) + others).isCloseTo(1, within(1e-9));
    }

    /** 9,000 pupils over a year: about 3.4 million sessions. */
    @ParameterizedTest
    @EnumSource(Phase.class)
    void everyCodeOfMoreThanOneInAThousandComesWithinATenthOfItsNationalShare(Phase phase) {
        SchoolPlan plan = SchoolPlans.large(phase, 300, PublishedCalendars.SHADE_2026);

        Map<String, Double> shares = SchoolPlans.settledShares(plan, RATES);

        assertThat(RATES.codes().stream().filter(code -> RATES.share(code, phase) > 0.001))
                .allSatisfy(code -> assertThat(shares.getOrDefault(code, 0.0))
                        .as("%s, %s", phase, code)
                        .isCloseTo(RATES.share(code, phase), within(RATES.share(code, phase) / 10)));
        assertThat(shares.get("/") + shares.get("\\"))
                .isCloseTo(RATES.share(NationalRates.PRESENT, phase), within(0.005));
    }
}
