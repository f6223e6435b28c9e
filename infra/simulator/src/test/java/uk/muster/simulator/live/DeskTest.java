package uk.muster.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.Modality;
import uk.muster.simulator.school.Policy;

class DeskTest {

    private static final OpenTask VISIT = Scene.task("d1-visit", TaskKind.VISIT, Modality.MAY, "home_visit");
    private static final OpenTask REASON = Scene.task("reason-deadline", TaskKind.DECIDE, Modality.MUST);
    private static final OpenTask RETURN = Scene.task("la-sickness", TaskKind.RETURN, Modality.MUST, "sickness_return");

    @Test
    void aVisitThatNobodyMadeIsDeclinedByALeader() {
        assertThat(Desk.clear(work(Round.DESK, VISIT))).singleElement().satisfies(deed -> {
            assertThat(((Deed.TaskDecided) deed).decision()).isEqualTo(TaskDecision.DECLINED);
            assertThat(deed.author().position()).isEqualTo("Assistant headteacher");
        });
    }

    @Test
    void aReturnIsSent() {
        assertThat(Desk.clear(work(Round.DESK, RETURN)))
                .singleElement()
                .satisfies(
                        deed -> assertThat(((Deed.TaskDecided) deed).decision()).isEqualTo(TaskDecision.DONE));
    }

    /** It stays to be seen until the reason is known, or the deadline has turned it. */
    @Test
    void theReasonOfAnAbsenceIsNotDecidedAway() {
        assertThat(Desk.clear(work(Round.DESK, REASON))).isEmpty();
    }

    @Test
    void lettersAndTellingArePutDownAsDone() {
        OpenTask letter = Scene.task("late-letter-late-dates", TaskKind.NOTIFY, Modality.MUST, "letter_late_dates");
        OpenTask worker = Scene.task("tell-social-worker", TaskKind.NOTIFY, Modality.MUST, "tell_social_worker");
        OpenTask authority = Scene.task("d10-la", TaskKind.NOTIFY, Modality.MUST, "la_notify");
        assertThat(Desk.clear(work(Round.DESK, letter, worker, authority)))
                .hasSize(2)
                .allSatisfy(
                        deed -> assertThat(((Deed.TaskDecided) deed).decision()).isEqualTo(TaskDecision.DONE));
        assertThat(PassingOn.make(work(Round.DESK, letter, worker))).isEmpty();
    }

    @Test
    void nothingIsClearedBeforeTheEndOfTheDay() {
        assertThat(Desk.clear(work(Round.AFTERNOON, VISIT, RETURN))).isEmpty();
    }

    private static Work work(Round round, OpenTask... tasks) {
        return Scene.work(Policy.HCAT, Optional.empty(), round, 1, tasks);
    }
}
