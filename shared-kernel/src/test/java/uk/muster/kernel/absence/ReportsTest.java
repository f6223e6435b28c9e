package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceEntries.report;
import static uk.muster.kernel.absence.AbsenceSituations.MONDAY;
import static uk.muster.kernel.absence.AbsenceSituations.dayOne;
import static uk.muster.kernel.absence.AbsenceSituations.lastLapse;
import static uk.muster.kernel.absence.AbsenceSituations.scenario;
import static uk.muster.kernel.identity.SessionHalf.AM;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.FollowUpEvent.Lapse;

/** What it changes that somebody told the school of an absence. */
class ReportsTest {

    @Test
    void aReportPreventsTheStepsOfTheDaysThatItCovers() {
        // HCAT-27, KTS-23: a report without an end is of its day
        AbsenceScenario scenario = scenario("hcat", MONDAY).until("2026-09-07", "08:10");
        scenario.record(report(scenario, MONDAY, null))
                .until("2026-09-07", "09:05")
                .mark("2026-09-07", AM, "N");
        assertThat(scenario.until("2026-09-07", "18:00").state().tasks()).isEmpty();
        assertThat(scenario.state().openCase()).isPresent();
        assertThat(scenario.until("2026-09-08", "10:00").stepsOn(LocalDate.parse("2026-09-08")))
                .containsExactly("daily-contact", "d2-visit");
    }

    @Test
    void aReportCancelsWhatIsOpenForItsDays() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "10:00");
        scenario.record(report(scenario, MONDAY, LocalDate.parse("2026-09-10")));
        assertThat(scenario.state().tasks()).noneMatch(FollowUpTask::isOpen);
        assertThat(lastLapse(scenario)).isEqualTo(Lapse.REPORTED);
        assertThat(scenario.until("2026-09-09", "18:00").stepsOn(LocalDate.parse("2026-09-09")))
                .isEmpty();
        assertThat(scenario.until("2026-09-10", "10:00").stepsOn(LocalDate.parse("2026-09-10")))
                .contains("d4-visit");
    }
}
