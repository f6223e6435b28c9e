package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceSituations.MONDAY;
import static uk.muster.kernel.absence.AbsenceSituations.code;
import static uk.muster.kernel.absence.AbsenceSituations.dayOne;
import static uk.muster.kernel.absence.AbsenceSituations.lastEnding;
import static uk.muster.kernel.absence.AbsenceSituations.officer;
import static uk.muster.kernel.absence.AbsenceSituations.scenario;
import static uk.muster.kernel.identity.SessionHalf.AM;
import static uk.muster.kernel.identity.SessionHalf.PM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.event.FollowUpEvent.Ending;
import uk.muster.kernel.policy.SchoolOverlays;

/** Registers that come late, a service that was down, and the clocks that change. */
class HistoryAndTimeTest {

    @Test
    void aRegisterOfLastWeekStartsNoFirstDayResponse() {
        AbsenceScenario scenario = officer("hcat").until("2026-09-09", "12:00");
        scenario.mark("2026-09-07", AM, "N");
        scenario.mark("2026-09-07", PM, "/");
        assertThat(scenario.state().tasks()).isEmpty();
        assertThat(lastEnding(scenario)).isEqualTo(Ending.RETURNED);
        // Its N is on the list when its time comes, and never becomes O by itself.
        scenario.until("2026-09-15", "00:00");
        assertThat(code(scenario)).isEqualTo("N");
        assertThat(scenario.task("reason-deadline").isOpen()).isTrue();
    }

    @Test
    void aLateRegisterOfAnAbsenceThatLastsGoesOnFromToday() {
        AbsenceScenario scenario = scenario("hcat", MONDAY).until("2026-09-10", "08:50");
        for (LocalDate day : scenario.schoolDays(MONDAY, 3)) {
            scenario.mark(day, "N");
        }
        assertThat(scenario.state().tasks()).isEmpty();
        scenario.until("2026-09-10", "10:00");
        assertThat(scenario.state().tasks()).isEmpty();
        scenario.mark("2026-09-10", AM, "N");
        assertThat(scenario.state().tasks())
                .extracting(FollowUpTask::step)
                .containsExactlyInAnyOrder("daily-contact", "d4-visit");
    }

    @Test
    void aRegisterOneSchoolDayLateIsNoHistory() {
        AbsenceScenario scenario =
                scenario("hcat", MONDAY).until("2026-09-08", "08:50").mark("2026-09-07", AM, "N");
        assertThat(scenario.stepsOn(MONDAY)).containsExactly("d1-call", "d1-visit");
    }

    @Test
    void whatFellDueWhileTheServiceWasDownFiresOnceOnStart() {
        AbsenceScenario scenario = dayOne("hcat").downUntil("2026-09-08", "16:00");
        assertThat(scenario.stepsOn(MONDAY)).containsExactly("d1-call", "d1-visit");
        assertThat(scenario.stepsOn(LocalDate.parse("2026-09-08"))).containsExactly("d2-visit", "daily-contact");
    }

    @Test
    void whatAYearThatIsOverAskedForStaysAskedFor() {
        AbsenceScenario scenario = new AbsenceScenario(
                SchoolOverlays.activated("kts"),
                LocalDate.parse("2027-07-05"),
                List.of(new Term("Summer 2", LocalDate.parse("2027-06-07"), LocalDate.parse("2027-07-21"))));
        scenario.schoolDays(LocalDate.parse("2027-07-05"), 10)
                .forEach(day -> scenario.until(day.toString(), "14:00").mark(day, "O"));
        assertThat(scenario.until("2027-09-02", "10:00").task("la-unauthorised").isOpen())
                .isTrue();
    }

    @Test
    void aDayIsLondonsWhenTheClocksChange() {
        // 25 October 2026: the hour falls back over the weekend of the half term; 9:30 stays 9:30
        AbsenceScenario scenario = scenario("hcat", LocalDate.parse("2026-10-23"));
        scenario.until("2026-10-23", "09:05").mark("2026-10-23", AM, "N").until("2026-11-02", "18:00");
        assertThat(scenario.due("d2-visit").raisedAt()).isEqualTo(Instant.parse("2026-11-02T09:30:00Z"));
        assertThat(scenario.due("d1-call").raisedAt()).isEqualTo(Instant.parse("2026-10-23T08:10:00Z"));
    }
}
