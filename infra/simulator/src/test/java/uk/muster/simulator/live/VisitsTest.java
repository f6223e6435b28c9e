package uk.muster.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.simulator.live.Scene.MONDAY;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.policy.Modality;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.term.Silence.Way;

class VisitsTest {

    private static final OpenTask MUST = Scene.task("d2-visit", TaskKind.VISIT, Modality.MUST, "home_visit");
    private static final OpenTask MAY = Scene.task("d1-visit", TaskKind.VISIT, Modality.MAY, "home_visit");

    /** HCAT-20. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void twoGoAndOneOfThemIsASeniorLeader(long seed) {
        assertThat(Visits.make(Scene.work(Policy.HCAT, Scene.neverReached(), Round.VISITS, seed, MUST)))
                .hasValueSatisfying(visit -> assertThat(visit.visitors())
                        .extracting(Person::position)
                        .containsExactly("Pastoral lead", "Assistant headteacher"));
    }

    @Test
    void nobodyIsMetWhereNobodyIsEverReached() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(Visits.make(Scene.work(Policy.KTS, Scene.neverReached(), Round.VISITS, seed, MAY)))
                    .hasValueSatisfying(
                            visit -> assertThat(visit.outcome()).isIn(VisitOutcome.NO_ANSWER, VisitOutcome.CONCERN));
        }
    }

    @Test
    void whoOpensTheDoorIsMet() {
        assertThat(Visits.make(
                        Scene.work(Policy.HCAT, Scene.spell(Way.OPENS, Optional.of(MONDAY)), Round.VISITS, 1, MUST)))
                .hasValueSatisfying(visit ->
                        assertThat(visit.outcome()).isIn(VisitOutcome.CHILD_SEEN_SAFE, VisitOutcome.SPOKE_TO_ADULT));
    }

    @Test
    void nobodyGoesBeforeTheCallsAreOver() {
        assertThat(Visits.make(Scene.work(Policy.HCAT, Scene.neverReached(), Round.FIRST_CALLS, 1, MUST)))
                .isEmpty();
    }
}
