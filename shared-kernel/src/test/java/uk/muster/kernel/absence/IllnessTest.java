package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceScenario.PUPIL;
import static uk.muster.kernel.absence.AbsenceScenario.URN;
import static uk.muster.kernel.absence.AbsenceScenario.sealed;
import static uk.muster.kernel.absence.AbsenceSituations.MONDAY;
import static uk.muster.kernel.absence.AbsenceSituations.ill;
import static uk.muster.kernel.absence.AbsenceSituations.london;
import static uk.muster.kernel.absence.AbsenceSituations.scenario;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.kernel.event.AbsenceEvent.SicknessForecast;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.Modality;

/** When the local authority is told of illness (reg 13(2)), and when evidence of it may be asked for. */
class IllnessTest {

    @Test
    void fifteenDaysOfIllnessInAYearMakeAReturnOnce() {
        // reg 13(2), KTS-12, CS-30
        for (String profile : List.of("kts", "clore-shalom", "hcat")) {
            AbsenceScenario scenario = scenario(profile, MONDAY);
            List<LocalDate> days = scenario.schoolDays(MONDAY, 40);
            for (int i = 0; i < 40; i++) {
                scenario.until(days.get(i).toString(), "14:00").mark(days.get(i), i % 2 == 0 ? "I" : "/");
                assertThat(scenario.tasks("la-sickness")).hasSize(i < 28 ? 0 : 1);
            }
            assertThat(scenario.due("la-sickness").modality()).isEqualTo(Modality.MUST);
        }
    }

    @Test
    void aForecastOfFifteenDaysIsEnough() {
        AbsenceScenario scenario = scenario("kts", MONDAY);
        scenario.record(new SicknessForecast(URN, PUPIL, scenario.newId(), MONDAY, 14, sealed()));
        assertThat(scenario.tasks("la-sickness")).isEmpty();
        scenario.record(new SicknessForecast(URN, PUPIL, scenario.newId(), MONDAY, 15, sealed()));
        assertThat(scenario.task("la-sickness").kind()).isEqualTo(TaskKind.RETURN);
        assertThat(scenario.until("2026-09-30", "12:00").tasks("la-sickness")).hasSize(1);
        // Believed when the day was over: there is time until the end of the next.
        AbsenceScenario evening = scenario("kts", MONDAY).until("2026-09-07", "16:00");
        evening.record(new SicknessForecast(URN, PUPIL, evening.newId(), MONDAY, 20, sealed()));
        assertThat(evening.due("la-sickness").dueAt()).isEqualTo(london("2026-09-08T15:00"));
        // IPAT-27 "around 15": a prompt
        AbsenceScenario ipat = scenario("ipat", MONDAY);
        ipat.record(new SicknessForecast(URN, PUPIL, ipat.newId(), MONDAY, 20, sealed()));
        assertThat(ipat.due("la-sickness").modality()).isEqualTo(Modality.MUST_CONSIDER);
    }

    @ParameterizedTest
    @CsvSource({"4, 0, 0, 0", "5, 0, 1, 0", "6, 1, 1, 0"})
    void gv6EvidenceMayBeAskedForFromADayOn(int days, int kts, int cloreShalom, int others) {
        // KTS-37, CS-16
        assertThat(ill("kts", days).tasks("medical-evidence")).hasSize(kts);
        assertThat(ill("clore-shalom", days).tasks("medical-evidence")).hasSize(cloreShalom);
        assertThat(ill("hcat", days).tasks("medical-evidence")).hasSize(others);
        assertThat(ill("ipat", days).tasks("medical-evidence")).hasSize(others);
    }

    @Test
    void aShortIllnessBesideUnauthorisedAbsenceMayBeAskedAboutToo() {
        // CS-16
        AbsenceScenario scenario = ill("clore-shalom", 2).until("2026-09-09", "14:00");
        scenario.mark(LocalDate.parse("2026-09-09"), "O");
        assertThat(scenario.due("medical-evidence").modality()).isEqualTo(Modality.MAY);
        assertThat(scenario.until("2026-09-18", "14:00").tasks("medical-evidence"))
                .hasSize(1);
    }
}
