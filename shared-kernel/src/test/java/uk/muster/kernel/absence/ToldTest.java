package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceSituations.dayOne;
import static uk.muster.kernel.absence.AbsenceSituations.told;

import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.policy.VulnerabilityFlag;

/** Who outside the school is told of an unexplained absence. */
class ToldTest {

    @Test
    void aSocialWorkerIsToldOnceACase() {
        // HCAT-115, KTS-50
        AbsenceScenario scenario =
                dayOne("hcat").flagged(VulnerabilityFlag.SOCIAL_WORKER, VulnerabilityFlag.YOUTH_JUSTICE);
        assertThat(told(scenario.until("2026-09-07", "09:29"))).isEmpty();
        assertThat(told(scenario.until("2026-09-09", "18:00"))).containsExactly(Recipient.SOCIAL_WORKER);
        AbsenceScenario kts = dayOne("kts").flagged(VulnerabilityFlag.SOCIAL_WORKER, VulnerabilityFlag.YOUTH_JUSTICE);
        assertThat(told(kts.until("2026-09-07", "18:00")))
                .containsExactlyInAnyOrder(Recipient.SOCIAL_WORKER, Recipient.YOUTH_OFFENDING);
        assertThat(told(dayOne("kts").until("2026-09-07", "18:00"))).isEmpty();
    }
}
