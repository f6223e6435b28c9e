package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceScenario.PUPIL;
import static uk.muster.kernel.absence.AbsenceScenario.URN;
import static uk.muster.kernel.absence.AbsenceSituations.MONDAY;
import static uk.muster.kernel.absence.AbsenceSituations.dayOne;
import static uk.muster.kernel.absence.AbsenceSituations.london;
import static uk.muster.kernel.absence.AbsenceSituations.scenario;
import static uk.muster.kernel.absence.AbsenceSituations.told;
import static uk.muster.kernel.identity.SessionHalf.AM;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.event.FollowUpEvent.Delivery;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.NotificationSettled;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.Modality;
import uk.muster.kernel.policy.VulnerabilityFlag;

/** Who outside the school is told of an unexplained absence. */
class ToldTest {

    @Test
    void aSocialWorkerIsToldOnceACase() {
        // HCAT-115, KTS-50
        AbsenceScenario scenario =
                dayOne("hcat").flagged(VulnerabilityFlag.SOCIAL_WORKER, VulnerabilityFlag.YOUTH_JUSTICE);
        assertThat(told(scenario.until("2026-09-07", "09:29"))).isEmpty();
        assertThat(told(scenario.until("2026-09-09", "18:00"))).containsExactly(Recipient.SOCIAL_WORKER);
        AbsenceScenario kts = dayOne("kts").flagged(VulnerabilityFlag.SOCIAL_WORKER, VulnerabilityFlag.YOUTH_JUSTICE);
        assertThat(told(kts.until("2026-09-07", "18:00")))
                .containsExactlyInAnyOrder(Recipient.SOCIAL_WORKER, Recipient.YOUTH_OFFENDING);
        assertThat(told(dayOne("kts").until("2026-09-07", "18:00"))).isEmpty();
        assertThat(kts.tasks("tell-social-worker")).isEmpty();
    }

    @Test
    void whomNoMessageCanReachAPersonHasToTell() {
        // HCAT-115, KTS-50
        AbsenceScenario scenario = dayOne("kts")
                .flagged(VulnerabilityFlag.SOCIAL_WORKER, VulnerabilityFlag.YOUTH_JUSTICE)
                .withoutAddresses();
        assertThat(scenario.until("2026-09-07", "09:29").tasks("tell-social-worker"))
                .isEmpty();
        scenario.until("2026-09-07", "18:00");
        for (String step : List.of("tell-social-worker", "tell-yot")) {
            assertThat(scenario.due(step).kind()).isEqualTo(TaskKind.NOTIFY);
            assertThat(scenario.due(step).modality()).isEqualTo(Modality.MUST);
            assertThat(scenario.due(step).dueAt()).isEqualTo(london("2026-09-07T15:00"));
        }
        assertThat(scenario.until("2026-09-09", "18:00").tasks("tell-yot")).hasSize(1);
        scenario.until("2026-09-10", "09:15").mark("2026-09-10", AM, "/");
        assertThat(scenario.task("tell-social-worker").status()).isEqualTo(Status.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({"SENT, 0", "FAILED, 1", "UNCERTAIN, 1"})
    void aMessageThatMayNotHaveArrivedIsToldByAPersonToo(Delivery delivery, int tasks) {
        AbsenceScenario scenario =
                dayOne("hcat").flagged(VulnerabilityFlag.SOCIAL_WORKER).until("2026-09-07", "14:00");
        scenario.record(new NotificationSettled(URN, PUPIL, notification(scenario), delivery, scenario.now()));
        assertThat(scenario.tasks("tell-social-worker")).hasSize(tasks);
        if (tasks > 0) {
            // The day is over: there is time until the end of the next.
            assertThat(scenario.due("tell-social-worker").dueAt()).isEqualTo(london("2026-09-08T13:15"));
        }
    }

    @ParameterizedTest
    @CsvSource({"hcat, SOCIAL_WORKER, 1", "clore-shalom, SOCIAL_WORKER, 1", "hcat, EAL, 0"})
    void aSocialWorkerIsToldOfADeletionToo(String profile, VulnerabilityFlag circumstance, int tasks) {
        // HCAT-115, CS-53
        AbsenceScenario scenario =
                scenario(profile, MONDAY).flagged(circumstance).until("2026-09-15", "09:00");
        assertThat(scenario.tasks("tell-social-worker-leaving")).isEmpty();
        assertThat(scenario.leave().tasks("tell-social-worker-leaving")).hasSize(tasks);
        assertThat(scenario.until("2026-09-21", "09:00").tasks("tell-social-worker-leaving"))
                .filteredOn(FollowUpTask::isOpen)
                .hasSize(tasks);
    }

    @Test
    void aDeletionThatIsRecordedLateIsToldAllTheSame() {
        // HCAT-115, CS-53
        AbsenceScenario scenario = scenario("hcat", MONDAY)
                .flagged(VulnerabilityFlag.SOCIAL_WORKER)
                .until("2026-09-18", "09:00")
                .leave(9);
        assertThat(scenario.tasks("tell-social-worker-leaving")).hasSize(1);
        assertThat(scenario.until("2026-09-25", "09:00").tasks("tell-social-worker-leaving"))
                .filteredOn(FollowUpTask::isOpen)
                .hasSize(1);
    }

    @Test
    void aDeletionOfLongAgoIsHistory() {
        AbsenceScenario scenario =
                scenario("hcat", MONDAY).until("2026-09-15", "09:00").leave();
        scenario.until("2026-09-18", "09:00")
                .flagged(VulnerabilityFlag.SOCIAL_WORKER)
                .look();
        assertThat(scenario.tasks("tell-social-worker-leaving")).isEmpty();
    }

    private static UUID notification(AbsenceScenario scenario) {
        return scenario.events.stream()
                .filter(NotificationRaised.class::isInstance)
                .map(event -> ((NotificationRaised) event).entryId())
                .findFirst()
                .orElseThrow();
    }
}
