package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceEntries.attempt;
import static uk.muster.kernel.absence.AbsenceEntries.report;
import static uk.muster.kernel.absence.AbsenceEntries.voicemail;
import static uk.muster.kernel.absence.AbsenceSituations.MONDAY;
import static uk.muster.kernel.absence.AbsenceSituations.dayOne;
import static uk.muster.kernel.absence.AbsenceSituations.lastLapse;
import static uk.muster.kernel.absence.AbsenceSituations.london;
import static uk.muster.kernel.absence.AbsenceSituations.scenario;
import static uk.muster.kernel.identity.SessionHalf.AM;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.Modality;

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
    void aVoicemailMayBeCalledBackOnTheDayItCame() {
        // CS-13
        AbsenceScenario scenario = scenario("clore-shalom", MONDAY).until("2026-09-07", "08:10");
        scenario.record(voicemail(scenario, MONDAY));
        assertThat(scenario.due("call-back").modality()).isEqualTo(Modality.MAY);
        assertThat(scenario.due("call-back").kind()).isEqualTo(TaskKind.CONTACT);
        assertThat(scenario.due("call-back").dueAt()).isEqualTo(london("2026-09-07T15:30"));
        scenario.until("2026-09-07", "09:05").mark("2026-09-07", AM, "N");
        assertThat(scenario.task("call-back").isOpen()).isTrue();
        assertThat(scenario.until("2026-09-07", "14:00").stepsOn(MONDAY)).containsExactly("call-back");
        scenario.record(attempt(scenario, Outcome.SPOKE));
        assertThat(scenario.task("call-back").status()).isEqualTo(Status.DONE);
        assertThat(scenario.until("2026-09-08", "18:00").tasks("call-back")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"/", "L", "I", "O", "V"})
    void aCallBackIsPointlessOnceItIsDecidedOrThePupilCameIn(String code) {
        // CS-13 "before deciding"
        AbsenceScenario scenario = scenario("clore-shalom", MONDAY).until("2026-09-07", "08:10");
        scenario.record(voicemail(scenario, MONDAY))
                .until("2026-09-07", "09:05")
                .mark("2026-09-07", AM, code);
        assertThat(scenario.task("call-back").status()).isEqualTo(Status.CANCELLED);
        assertThat(lastLapse(scenario)).isEqualTo(Lapse.SETTLED);
    }

    @Test
    void aVoicemailAfterSchoolIsCalledBackOnTheNextSchoolDay() {
        AbsenceScenario scenario = scenario("clore-shalom", MONDAY).until("2026-09-11", "16:00");
        scenario.record(voicemail(scenario, LocalDate.parse("2026-09-14")))
                .record(voicemail(scenario, LocalDate.parse("2026-09-14")));
        assertThat(scenario.task("call-back").date()).isEqualTo("2026-09-14");
        assertThat(scenario.due("call-back").dueAt()).isEqualTo(london("2026-09-14T15:30"));
        // It stays until it is decided, however late.
        assertThat(scenario.until("2026-09-17", "12:00").task("call-back").isOpen())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hcat", "kts", "ipat", "national-baseline"})
    void noOtherPolicyTakesVoicemails(String profile) {
        AbsenceScenario scenario = scenario(profile, MONDAY).until("2026-09-07", "08:10");
        assertThat(scenario.record(voicemail(scenario, MONDAY)).tasks("call-back"))
                .isEmpty();
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
