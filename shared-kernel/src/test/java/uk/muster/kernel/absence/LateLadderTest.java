package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceSituations.MONDAY;
import static uk.muster.kernel.absence.AbsenceSituations.lastLapse;
import static uk.muster.kernel.absence.AbsenceSituations.london;
import static uk.muster.kernel.absence.AbsenceSituations.scenario;
import static uk.muster.kernel.identity.SessionHalf.AM;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.SchoolOverlays;

/** What late marks of a half term lead to (GV-7). */
class LateLadderTest {

    /** The warning of five U is no step of this ladder: it belongs to {@code penalty.warnings} (HCAT-17). */
    @ParameterizedTest(name = "{0} L and {1} U")
    @CsvFileSource(resources = "/golden/gv-7-late-steps.csv", numLinesToSkip = 1)
    void gv7OneStepHoldsByHowManyThereAre(
            int late,
            int afterClose,
            @Nullable String hcat,
            @Nullable String kts,
            @Nullable String cloreShalom,
            @Nullable String ipat) {
        check("hcat", hcat, late, afterClose);
        check("kts", kts, late, afterClose);
        check("clore-shalom", cloreShalom, late, afterClose);
        check("ipat", ipat, late, afterClose);
    }

    private static void check(String profile, @Nullable String actions, int late, int afterClose) {
        AbsenceScenario scenario = late(scenario(profile, MONDAY), MONDAY, late, afterClose);
        assertThat(scenario.state().tasks())
                .as(profile)
                .filteredOn(FollowUpTask::isOpen)
                .flatExtracting(FollowUpTask::actions)
                .containsExactlyInAnyOrder(actions == null ? new String[0] : actions.split(" "));
    }

    /** Comes late on so many mornings from a day on, one after the other. */
    private static AbsenceScenario late(AbsenceScenario scenario, LocalDate from, int late, int afterClose) {
        int number = 0;
        for (LocalDate day : scenario.schoolDays(from, late + afterClose)) {
            number++;
            scenario.until(day.toString(), "10:00").mark(day.toString(), AM, number <= late ? "L" : "U");
        }
        return scenario;
    }

    @Test
    void aLetterIsForTheParentsAndEachFurtherStepForAPersonToDecide() {
        // HCAT-68, HCAT-69
        AbsenceScenario scenario = late(scenario("hcat", MONDAY), MONDAY, 3, 0);
        assertThat(scenario.due("late-letter-late-dates").kind()).isEqualTo(TaskKind.NOTIFY);
        assertThat(scenario.due("late-letter-late-dates").date()).isEqualTo("2026-09-09");
        assertThat(scenario.due("late-letter-late-dates").schoolDay()).isEqualTo(3);
        assertThat(scenario.due("late-letter-late-dates").dueAt()).isEqualTo(london("2026-09-09T13:15"));
        scenario.until("2026-09-10", "10:00").mark("2026-09-10", AM, "L");
        assertThat(scenario.task("late-letter-late-dates").status()).isEqualTo(Status.CANCELLED);
        assertThat(lastLapse(scenario)).isEqualTo(Lapse.SUPERSEDED);
        assertThat(scenario.due("late-meeting-ewo-head").kind()).isEqualTo(TaskKind.DECIDE);
    }

    @Test
    void aMarkAmendedAwayTakesTheStepWithItAndBringsTheOneBeforeBack() {
        // G-06
        AbsenceScenario scenario = late(scenario("hcat", MONDAY), MONDAY, 4, 0).mark("2026-09-08", AM, "/");
        assertThat(scenario.task("late-meeting-ewo-head").status()).isEqualTo(Status.CANCELLED);
        assertThat(lastLapse(scenario)).isEqualTo(Lapse.CORRECTED);
        assertThat(scenario.tasks("late-letter-late-dates"))
                .extracting(FollowUpTask::status)
                .containsExactly(Status.CANCELLED, Status.OPEN);
        scenario.mark("2026-09-07", AM, "/");
        assertThat(scenario.state().tasks()).noneMatch(FollowUpTask::isOpen);
    }

    @Test
    void eachHalfTermBeginsAtNone() {
        // HCAT-68 "in a half term": three late marks before it and two after
        AbsenceScenario scenario =
                late(scenario("hcat", LocalDate.parse("2026-10-19")), LocalDate.parse("2026-10-21"), 5, 0);
        assertThat(scenario.tasks("late-letter-late-dates")).hasSize(1);
        assertThat(scenario.tasks("late-meeting-ewo-head")).isEmpty();
        // What the half term before asked for stays asked for, and this one asks anew.
        scenario.until("2026-11-04", "10:00").mark("2026-11-04", AM, "L");
        assertThat(scenario.tasks("late-letter-late-dates"))
                .extracting(FollowUpTask::status)
                .containsExactly(Status.OPEN, Status.OPEN);
    }

    @Test
    void aTermIsTheHalfTermsOfItsSeason() {
        ObjectNode overlay = SchoolOverlays.least("hcat");
        overlay.withObject("lateness").put("period", "term");
        AbsenceScenario scenario =
                new AbsenceScenario(SchoolOverlays.activated("hcat", overlay), LocalDate.parse("2026-10-19"));
        late(scenario, LocalDate.parse("2026-10-21"), 4, 0);
        assertThat(scenario.task("late-meeting-ewo-head").isOpen()).isTrue();
        // After Christmas it is another.
        late(scenario, LocalDate.parse("2027-01-04"), 2, 0);
        assertThat(scenario.tasks("late-meeting-ewo-head")).hasSize(1);
        assertThat(scenario.tasks("late-agency-support")).isEmpty();
    }

    @Test
    void historyRaisesNothing() {
        AbsenceScenario scenario = scenario("hcat", MONDAY).until("2026-09-18", "10:00");
        for (LocalDate day : scenario.schoolDays(MONDAY, 7)) {
            scenario.mark(day.toString(), AM, "L");
        }
        assertThat(scenario.state().tasks()).isEmpty();
    }

    @Test
    void lateMarksAreNoAbsence() {
        // Ten days of L are not told to the authority.
        AbsenceScenario scenario = late(scenario("kts", MONDAY), MONDAY, 12, 0);
        assertThat(scenario.state().tasks()).isEmpty();
        assertThat(Map.of("L", KnownMark.isCountedOverDays("L"), "U", KnownMark.isCountedOverDays("U")))
                .isEqualTo(Map.of("L", false, "U", true));
    }
}
