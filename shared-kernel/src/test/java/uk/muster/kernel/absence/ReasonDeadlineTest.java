package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceSituations.MONDAY;
import static uk.muster.kernel.absence.AbsenceSituations.code;
import static uk.muster.kernel.absence.AbsenceSituations.lastLapse;
import static uk.muster.kernel.absence.AbsenceSituations.london;
import static uk.muster.kernel.absence.AbsenceSituations.officer;
import static uk.muster.kernel.absence.AbsenceSituations.scenario;
import static uk.muster.kernel.identity.SessionHalf.AM;
import static uk.muster.kernel.identity.SessionHalf.PM;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.policy.Modality;

/** By when the reason of an {@code N} is to be known (reg 10(7) to (9)). */
class ReasonDeadlineTest {

    @Test
    void anNBecomesOAtTheEndOfTheFifthSchoolDayInTheOfficersName() {
        // reg 10(9): N on Monday 7 September, last day Monday 14
        AbsenceScenario scenario = officer("hcat");
        scenario.until("2026-09-07", "09:05").mark("2026-09-07", AM, "N").mark("2026-09-07", PM, "/");
        assertThat(code(scenario.until("2026-09-14", "23:59"))).isEqualTo("N");
        assertThat(code(scenario.until("2026-09-15", "00:00"))).isEqualTo("O");
        assertThat(scenario.tasks("reason-deadline")).isEmpty();
    }

    @Test
    void withoutAnOfficerItStaysAndIsOverdue() {
        AbsenceScenario scenario =
                scenario("hcat", MONDAY).until("2026-09-07", "09:05").mark("2026-09-07", AM, "N");
        scenario.mark("2026-09-07", PM, "/").until("2026-09-15", "00:00");
        assertThat(code(scenario)).isEqualTo("N");
        assertThat(scenario.due("reason-deadline").modality()).isEqualTo(Modality.MUST);
        assertThat(scenario.task("reason-deadline").dueAt()).isEqualTo(london("2026-09-15T00:00"));
        scenario.mark("2026-09-07", AM, "I");
        assertThat(scenario.task("reason-deadline").status()).isEqualTo(Status.CANCELLED);
        assertThat(lastLapse(scenario)).isEqualTo(Lapse.SETTLED);
    }

    @Test
    void theDeadlineRunsThroughNoHoliday() {
        // N on Thursday 22 October: Friday is day 1, half term, days 2 to 5 are 2 to 5 November
        AbsenceScenario scenario = officer("hcat");
        scenario.until("2026-10-22", "09:05").mark("2026-10-22", AM, "N").mark("2026-10-22", PM, "/");
        assertThat(code(scenario.until("2026-11-05", "23:59"), "2026-10-22")).isEqualTo("N");
        assertThat(code(scenario.until("2026-11-06", "00:00"), "2026-10-22")).isEqualTo("O");
    }

    @Test
    void ktsHasTheTaskAtTheFifthWorkingDayToo() {
        // KTS-48: of Thursday 22 October it is the 29th, in the holiday
        AbsenceScenario scenario = officer("kts");
        scenario.until("2026-10-22", "09:05").mark("2026-10-22", AM, "N").mark("2026-10-22", PM, "\\");
        scenario.until("2026-10-30", "00:00");
        assertThat(scenario.task("reason-deadline").isOpen()).isTrue();
        assertThat(scenario.task("reason-deadline").dueAt()).isEqualTo(london("2026-10-30T00:00"));
        scenario.until("2026-11-06", "00:00");
        assertThat(code(scenario, "2026-10-22")).isEqualTo("O");
        assertThat(scenario.task("reason-deadline").status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void aCaseGoesOnWhenItsFirstDayHasBecomeO() {
        AbsenceScenario scenario = officer("hcat");
        for (LocalDate day : scenario.schoolDays(MONDAY, 10)) {
            scenario.until(day.toString(), "09:05").mark(day, "N").until(day.toString(), "18:00");
        }
        assertThat(code(scenario)).isEqualTo("O");
        assertThat(scenario.events)
                .filteredOn(UnexplainedAbsenceOpened.class::isInstance)
                .hasSize(1);
        assertThat(scenario.task("d10-cme").isOpen()).isTrue();
        assertThat(scenario.task("d2-visit").isOpen()).isTrue();
    }
}
