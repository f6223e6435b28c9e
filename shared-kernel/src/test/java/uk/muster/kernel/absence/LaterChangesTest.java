package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceSituations.MONDAY;
import static uk.muster.kernel.absence.AbsenceSituations.dayOne;
import static uk.muster.kernel.absence.AbsenceSituations.lastEnding;
import static uk.muster.kernel.absence.AbsenceSituations.scenario;
import static uk.muster.kernel.identity.SessionHalf.AM;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.event.FollowUpEvent.Ending;

/** What loses its basis when registers, calendars or the roll change, and what should have been open. */
class LaterChangesTest {

    @Test
    void aCorrectionToPresentCancelsTheCase() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "10:00").mark("2026-09-07", AM, "/");
        assertThat(lastEnding(scenario)).isEqualTo(Ending.CORRECTED);
        assertThat(scenario.state().tasks()).noneMatch(FollowUpTask::isOpen);
    }

    @Test
    void aCorrectionToNOpensWhatShouldHaveBeenOpen() {
        AbsenceScenario scenario =
                scenario("hcat", MONDAY).until("2026-09-07", "09:05").mark("2026-09-07", AM, "/");
        scenario.until("2026-09-07", "10:30").mark("2026-09-07", AM, "N");
        assertThat(scenario.stepsOn(MONDAY)).containsExactly("d1-call", "d1-visit");
    }

    @Test
    void anEarlierNThatComesLaterMovesTheDays() {
        AbsenceScenario scenario =
                scenario("hcat", MONDAY).until("2026-09-08", "09:05").mark("2026-09-08", AM, "N");
        scenario.until("2026-09-08", "10:00").mark("2026-09-07", AM, "N");
        assertThat(scenario.state().openCase().orElseThrow().from().date()).isEqualTo(MONDAY);
        assertThat(scenario.due("d2-visit").date()).isEqualTo("2026-09-08");
    }

    @Test
    void aCalendarThatTakesTheDayAwayCancelsWhatWasDueOnIt() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "10:00");
        scenario.closed(new UnplannedClosure(LocalDate.parse("2026-09-08"), null, UnplannedClosure.Extent.WHOLE));
        assertThat(scenario.task("d2-visit").status()).isEqualTo(Status.CANCELLED);
        scenario.until("2026-09-09", "10:00");
        assertThat(scenario.tasks("d2-visit"))
                .last()
                .extracting(FollowUpTask::date)
                .isEqualTo(LocalDate.parse("2026-09-09"));
    }

    @Test
    void whoLeavesTheRollHasNoCase() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "10:00").leave();
        assertThat(lastEnding(scenario)).isEqualTo(Ending.LEFT);
    }
}
