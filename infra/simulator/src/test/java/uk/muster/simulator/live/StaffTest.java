package uk.muster.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.Modality;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.school.RollEntry;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.LivedTerm;
import uk.muster.simulator.term.SchoolTerm;

/** One round of a school at which a family has been silent since the first day. */
class StaffTest {

    private static final OpenTask CALL = Scene.task("d1-call", TaskKind.CONTACT, Modality.MUST, "phone_call");
    private static final OpenTask VISIT = Scene.task("d1-visit", TaskKind.VISIT, Modality.MUST, "home_visit");
    private static final OpenTask LEAD = Scene.task("d1-dsl", TaskKind.ESCALATE, Modality.MUST, "share_with_dsl");
    private static final OpenTask AGENCIES =
            Scene.task("d1-agencies", TaskKind.ESCALATE, Modality.MUST_CONSIDER, "social_care", "police");

    /** A call may make contact, which takes the basis from a visit. */
    @Test
    void oneKindOfThingIsDoneForAChildInARound() {
        assertThat(act(Round.AFTERNOON, List.of(CALL, VISIT)))
                .isNotEmpty()
                .allSatisfy(deed -> assertThat(deed).isInstanceOf(Deed.Attempt.class));
    }

    @Test
    void theOrderOfTheListChangesNothing() {
        List<OpenTask> other = new ArrayList<>(List.of(LEAD, AGENCIES));
        Collections.reverse(other);

        assertThat(act(Round.VISITS, List.of(LEAD, AGENCIES))).isEqualTo(act(Round.VISITS, other));
    }

    @Test
    void aChildOfWhomSomethingComesInWaits() {
        assertThat(staff().act(Round.AFTERNOON, Scene.MONDAY, List.of(CALL), Set.of(CALL.pupil())))
                .isEmpty();
    }

    private static List<Deed> act(Round round, List<OpenTask> tasks) {
        return staff().act(round, Scene.MONDAY, tasks, Set.of());
    }

    private static Staff staff() {
        SchoolPlan plan = Scene.plan(Policy.HCAT);
        RollEntry entry = RollEntry.of(Scene.PUPIL, 1);
        LivedTerm lived = new LivedTerm(
                new SchoolTerm(plan, List.of(entry), List.of()),
                List.of(Scene.neverReached().orElseThrow()),
                List.of(Scene.MONDAY, Scene.TUESDAY));
        return new Staff(lived, Scene.policy(plan).followUp(), 1);
    }
}
