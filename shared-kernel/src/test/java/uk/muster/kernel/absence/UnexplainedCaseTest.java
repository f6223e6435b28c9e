package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceSituations.MONDAY;
import static uk.muster.kernel.absence.AbsenceSituations.dayOne;
import static uk.muster.kernel.absence.AbsenceSituations.lastEnding;
import static uk.muster.kernel.absence.AbsenceSituations.lastLapse;
import static uk.muster.kernel.absence.AbsenceSituations.london;
import static uk.muster.kernel.absence.AbsenceSituations.scenario;
import static uk.muster.kernel.identity.SessionHalf.AM;
import static uk.muster.kernel.identity.SessionHalf.PM;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.event.FollowUpEvent.Ending;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;

/** When an unexplained absence begins, what its days are, and what ends it. */
class UnexplainedCaseTest {

    @Test
    void theFirstNOpensACaseAndNothingElseDoes() {
        AbsenceScenario scenario = scenario("hcat", MONDAY).until("2026-09-07", "09:05");
        for (String code : List.of("/", "L", "I", "O", "G", "U", "C")) {
            scenario.mark("2026-09-07", AM, code);
            assertThat(scenario.events).isEmpty();
        }
        scenario.mark("2026-09-07", AM, "N");
        assertThat(scenario.events).singleElement().isInstanceOfSatisfying(UnexplainedAbsenceOpened.class, opened -> {
            assertThat(opened.from().half()).isEqualTo(AM);
            assertThat(opened.nextAt()).isEqualTo(london("2026-09-07T09:10"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/, RETURNED",
        "L, RETURNED",
        "U, RETURNED",
        "V, RETURNED",
        "I, EXPLAINED",
        "G, EXPLAINED",
        "D, EXPLAINED"
    })
    void returningOrAnAcceptedReasonEndsTheCase(String code, Ending ending) {
        // G-08, G-09
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "09:05").mark("2026-09-08", AM, code);
        assertThat(lastEnding(scenario)).isEqualTo(ending);
        assertThat(scenario.task("d1-call").status()).isEqualTo(Status.CANCELLED);
        assertThat(scenario.until("2026-09-08", "18:00").tasks("d2-visit")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"O", "X", "C2", "Y4"})
    void nothingElseEndsIt(String code) {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "09:05").mark("2026-09-08", AM, code);
        assertThat(scenario.state().openCase()).isPresent();
    }

    @Test
    void aDayOnWhichThePupilWasNotExpectedDoesNotCount() {
        // G-03: Tuesday is part-time, so that Wednesday is day 2
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "09:05");
        scenario.mark(LocalDate.parse("2026-09-08"), "C2").until("2026-09-09", "10:00");
        assertThat(scenario.due("d2-visit").date()).isEqualTo("2026-09-09");
        assertThat(scenario.tasks("daily-contact")).hasSize(1);
    }

    @Test
    void weekendsInsetDaysAndClosuresNeitherAdvanceNorEndIt() {
        AbsenceScenario scenario = scenario("hcat", LocalDate.parse("2026-09-10"))
                .closed(new Closure(LocalDate.parse("2026-09-14"), ClosureKind.INSET, null))
                .closed(new UnplannedClosure(LocalDate.parse("2026-09-15"), null, UnplannedClosure.Extent.WHOLE));
        scenario.until("2026-09-10", "09:05").mark("2026-09-10", AM, "N").until("2026-09-18", "18:00");
        assertThat(scenario.stepsOn(LocalDate.parse("2026-09-11"))).contains("d2-visit");
        assertThat(scenario.stepsOn(LocalDate.parse("2026-09-14"))).isEmpty();
        assertThat(scenario.stepsOn(LocalDate.parse("2026-09-15"))).isEmpty();
        assertThat(scenario.stepsOn(LocalDate.parse("2026-09-17"))).contains("d4-visit");
    }

    @Test
    void aRegisterThatIsMissingAtItsTimeIsNoSignOfLife() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "09:35");
        assertThat(scenario.task("d2-visit").isOpen()).isTrue();
        scenario.mark("2026-09-08", AM, "/");
        assertThat(scenario.task("d2-visit").status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void anAbsenceThatBeginsInTheAfternoonFiresAtOnceAndIsDueByTheEndOfTheDay() {
        AbsenceScenario scenario =
                scenario("hcat", MONDAY).until("2026-09-07", "09:05").mark("2026-09-07", AM, "/");
        scenario.until("2026-09-07", "13:05").mark("2026-09-07", PM, "N");
        assertThat(scenario.stepsOn(MONDAY)).containsExactly("d1-call", "d1-visit");
        assertThat(scenario.due("d1-call").dueAt()).isEqualTo(london("2026-09-07T13:15"));
    }

    @Test
    void aLateArrivalCancelsTheCalls() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-07", "09:20").mark("2026-09-07", AM, "L");
        assertThat(lastEnding(scenario)).isEqualTo(Ending.RETURNED);
        assertThat(lastLapse(scenario)).isEqualTo(Lapse.RETURNED);
        assertThat(scenario.until("2026-09-07", "18:00").tasks("d1-visit")).isEmpty();
    }
}
