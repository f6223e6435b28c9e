package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceEntries.doubted;
import static uk.muster.kernel.absence.AbsenceEntries.report;
import static uk.muster.kernel.absence.AbsenceScenario.PUPIL;
import static uk.muster.kernel.absence.AbsenceScenario.URN;
import static uk.muster.kernel.absence.AbsenceScenario.sealed;
import static uk.muster.kernel.absence.AbsenceSituations.MONDAY;
import static uk.muster.kernel.absence.AbsenceSituations.ill;
import static uk.muster.kernel.absence.AbsenceSituations.london;
import static uk.muster.kernel.absence.AbsenceSituations.scenario;
import static uk.muster.kernel.identity.SessionHalf.AM;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.kernel.absence.FollowUpTask.Status;
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

    @ParameterizedTest
    @ValueSource(strings = {"hcat", "kts", "clore-shalom", "ipat", "national-baseline"})
    void aDoubtMayBeFollowedByAskingForEvidenceOnce(String profile) {
        // KTS-36, KTS-37, CS-15, HCAT-100; IPAT-26: a concern about attendance
        AbsenceScenario scenario = scenario(profile, MONDAY).until("2026-09-07", "08:10");
        scenario.record(report(scenario, MONDAY, null));
        assertThat(scenario.tasks("medical-evidence")).isEmpty();
        scenario.record(doubted(scenario, MONDAY));
        assertThat(scenario.tasks("medical-evidence")).hasSize(1);
        assertThat(scenario.due("medical-evidence").modality()).isEqualTo(Modality.MAY);
        assertThat(scenario.due("medical-evidence").actions()).containsExactly("medical_evidence", "doubt");
        // Seven days of illness, doubted on the second day again, are one illness.
        for (LocalDate day : scenario.schoolDays(MONDAY, 7)) {
            scenario.until(day.toString(), "09:00");
            if (day.getDayOfWeek().equals(DayOfWeek.TUESDAY)) {
                scenario.record(doubted(scenario, day));
            }
            scenario.until(day.toString(), "14:00").mark(day, "I");
        }
        assertThat(scenario.task("medical-evidence").isOpen()).isTrue();
    }

    @Test
    void aDoubtIsPointlessOncePupilIsInSchool() {
        AbsenceScenario scenario = scenario("kts", MONDAY).until("2026-09-07", "08:10");
        scenario.record(doubted(scenario, MONDAY)).until("2026-09-07", "09:20").mark("2026-09-07", AM, "/");
        assertThat(scenario.task("medical-evidence").status()).isEqualTo(Status.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({"clore-shalom, 1", "kts, 0", "hcat, 0", "ipat, 0"})
    void theThirdSeparateIllnessOfAYearAndEachAfterItMayBeAskedAbout(String profile, int each) {
        // CS-15 "multiple": medical.multiple_spells
        AbsenceScenario scenario = scenario(profile, MONDAY);
        List<LocalDate> days = scenario.schoolDays(MONDAY, 20);
        for (int i = 0; i < 20; i++) {
            // Ill on Mondays and Fridays, which is one illness over each weekend.
            scenario.until(days.get(i).toString(), "14:00").mark(days.get(i), i % 5 == 0 || i % 5 == 4 ? "I" : "/");
            assertThat(scenario.tasks("medical-evidence")).hasSize(each * Math.max(0, (i + 1) / 5 - 1));
        }
    }
}
