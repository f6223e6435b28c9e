package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceSituations.MONDAY;
import static uk.muster.kernel.absence.AbsenceSituations.scenario;
import static uk.muster.kernel.identity.SessionHalf.AM;
import static uk.muster.kernel.identity.SessionHalf.PM;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.kernel.absence.FollowUpTask.Status;

/** When the local authority is told of absence without leave (reg 13(1)). */
class UnauthorisedReturnTest {

    @ParameterizedTest
    @CsvSource({"G", "O", "U", "N"})
    void tenDaysWithoutLeaveAreToldToTheAuthority(String code) {
        // reg 13(1), HCAT-60, KTS-11, CS-20
        for (String profile : List.of("hcat", "kts", "clore-shalom", "ipat", "national-baseline")) {
            AbsenceScenario scenario = scenario(profile, MONDAY);
            List<LocalDate> days = scenario.schoolDays(MONDAY, 10);
            days.subList(0, 9)
                    .forEach(day -> scenario.until(day.toString(), "14:00").mark(day, code));
            assertThat(scenario.tasks("la-unauthorised")).isEmpty();
            scenario.until(days.getLast().toString(), "14:00").mark(days.getLast(), code);
            assertThat(scenario.task("la-unauthorised").isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"hcat, 1", "clore-shalom, 1", "kts, 0", "ipat, 0"})
    void someCountThemWhenTheyAreNotInARow(String profile, int tasks) {
        // HCAT-60, CS-20 "consecutive or not"; KTS-11 continuous
        AbsenceScenario scenario = scenario(profile, MONDAY);
        List<LocalDate> days = scenario.schoolDays(MONDAY, 20);
        for (int i = 0; i < 20; i++) {
            scenario.until(days.get(i).toString(), "14:00").mark(days.get(i), i % 2 == 0 ? "O" : "/");
        }
        assertThat(scenario.tasks("la-unauthorised")).hasSize(tasks);
    }

    @Test
    void aSessionThatNobodyMarkedSaysNothing() {
        // Only the mornings were taken.
        AbsenceScenario away = scenario("kts", MONDAY);
        AbsenceScenario ill = scenario("kts", MONDAY);
        List<LocalDate> days = away.schoolDays(MONDAY, 10);
        for (LocalDate day : days) {
            assertThat(away.tasks("la-unauthorised")).isEmpty();
            away.until(day.toString(), "09:20").mark(day.toString(), AM, "O");
        }
        for (LocalDate day : days.subList(0, 6)) {
            assertThat(ill.tasks("medical-evidence")).isEmpty();
            ill.until(day.toString(), "09:20").mark(day.toString(), AM, "I");
        }
        assertThat(away.task("la-unauthorised").isOpen()).isTrue();
        assertThat(ill.task("medical-evidence").isOpen()).isTrue();
        // The last afternoon shows that it was no whole day.
        String last = days.getLast().toString();
        assertThat(away.until(last, "13:05")
                        .mark(last, PM, "\\")
                        .task("la-unauthorised")
                        .status())
                .isEqualTo(Status.CANCELLED);
    }

    @Test
    void aReturnWhoseBasisIsAmendedAwayIsCancelled() {
        AbsenceScenario scenario = scenario("kts", MONDAY);
        scenario.schoolDays(MONDAY, 10)
                .forEach(day -> scenario.until(day.toString(), "14:00").mark(day, "O"));
        scenario.mark("2026-09-09", AM, "I");
        assertThat(scenario.task("la-unauthorised").status()).isEqualTo(Status.CANCELLED);
    }
}
