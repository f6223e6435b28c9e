package uk.muster.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.Modality;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.term.Spell;

class PassingOnTest {

    private static final OpenTask DAY_TEN =
            Scene.task("d10-cme", TaskKind.ESCALATE, Modality.MUST, "safeguarding_escalation", "refer_cme_officer");
    private static final OpenTask MAY = Scene.task("d1-refer", TaskKind.ESCALATE, Modality.MAY, "refer_social_care");

    @Test
    void everyoneWhomAMustNamesIsTold() {
        assertThat(make(Scene.neverReached(), 1, DAY_TEN))
                .extracting(deed -> ((Deed.Escalation) deed).to())
                .containsExactly(Destination.SAFEGUARDING, Destination.CME);
    }

    @Test
    void nobodyIsToldTwice() {
        OpenTask again = Scene.task("d5-formal", TaskKind.ESCALATE, Modality.MUST, "formal_safeguarding", "la_notify");

        assertThat(make(Scene.neverReached(), 1, DAY_TEN, again))
                .extracting(deed -> ((Deed.Escalation) deed).to())
                .containsExactly(Destination.SAFEGUARDING, Destination.CME, Destination.LA);
    }

    @Test
    void whatMayBeDoneIsDoneOrDeclinedWithAReason() {
        for (long seed = 0; seed < 30; seed++) {
            assertThat(make(Optional.empty(), seed, MAY)).singleElement().satisfies(deed -> {
                if (deed instanceof Deed.TaskDecided decided) {
                    assertThat(decided.decision()).isEqualTo(TaskDecision.DECLINED);
                    assertThat(decided.reason()).isNotBlank();
                } else {
                    assertThat(deed).isInstanceOf(Deed.Escalation.class);
                }
            });
        }
    }

    private static List<Deed> make(Optional<Spell> spell, long seed, OpenTask... tasks) {
        return PassingOn.make(Scene.work(Policy.HCAT, spell, Round.VISITS, seed, tasks));
    }
}
