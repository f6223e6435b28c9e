package uk.muster.kernel.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.policy.SchoolOverlays;

/** What a notice costs, by policy, number and date of issue. */
class TariffTableTest {

    /** HCAT-X13 (its own 60 and 120 are of before the framework), KTS-66, KTS-67, KTS-69, CS-36; IPAT is silent and inherits the law. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "hcat, NATIONAL, 1, 2024-08-18, 60/21 120/28",
                "hcat, NATIONAL, 1, 2024-08-19, 80/21 160/28",
                "hcat, NATIONAL, 1, 2025-01-10, 80/21 160/28",
                "hcat, NATIONAL, 2, 2025-01-10, 160/28",
                "hcat, NATIONAL, 1, 2013-08-31, -",
                "hcat, PUBLIC_PLACE, 1, 2025-01-10, -",
                "kts, NATIONAL, 1, 2024-08-18, -",
                "kts, NATIONAL, 1, 2024-08-19, 80/21 160/28",
                "kts, NATIONAL, 2, 2025-01-10, 160/28",
                "kts, PUBLIC_PLACE, 2, 2025-01-10, 60/21 120/28",
                "clore-shalom, NATIONAL, 1, 2025-01-10, 80/21 160/28",
                "clore-shalom, NATIONAL, 2, 2025-01-10, 160/28",
                "ipat, NATIONAL, 1, 2025-01-10, 80/21 160/28",
                "ipat, NATIONAL, 1, 2024-08-18, 60/21 120/28"
            })
    void amountsGoByTheDateOfIssue(String profile, NoticeKind kind, int nth, LocalDate issuedOn, String terms) {
        assertThat(new TariffTable(SchoolOverlays.activated(profile).notices())
                        .terms(kind, nth, issuedOn)
                        .map(each ->
                                (each.earlyAmount() == null ? "" : each.earlyAmount() + "/" + each.earlyDays() + " ")
                                        + each.fullAmount() + "/" + each.fullDays())
                        .orElse(null))
                .isEqualTo(terms);
    }
}
