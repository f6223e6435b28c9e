package uk.muster.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.simulator.live.Scene.MONDAY;
import static uk.muster.simulator.live.Scene.TUESDAY;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.Modality;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.term.Silence.Way;
import uk.muster.simulator.term.Spell;

class CallsTest {

    private static final OpenTask CALL = Scene.task("d1-call", TaskKind.CONTACT, Modality.MUST, "phone_call");

    @Test
    void aFamilyThatAnswersIsSpokenToFromTheDayOnWhichItCanBeReached() {
        assertThat(all(Scene.spell(Way.ANSWERS, Optional.of(MONDAY))))
                .isNotEmpty()
                .allSatisfy(calls -> assertThat(calls)
                        .singleElement()
                        .extracting(Deed.Attempt::outcome)
                        .isEqualTo(Outcome.SPOKE));
        assertThat(all(Scene.spell(Way.ANSWERS, Optional.of(TUESDAY))))
                .allSatisfy(calls -> assertThat(calls).noneMatch(call -> call.outcome() == Outcome.SPOKE));
    }

    @Test
    void aFamilyThatOnlyOpensTheDoorNeverAnswers() {
        assertThat(all(Scene.spell(Way.OPENS, Optional.of(MONDAY))))
                .allSatisfy(calls -> assertThat(calls).noneMatch(call -> call.outcome() == Outcome.SPOKE));
    }

    @Test
    void twoAreTriedOnTheFirstDayAndNeitherInTheFuture() {
        assertThat(all(Scene.neverReached()))
                .allSatisfy(calls -> assertThat(calls)
                        .hasSize(2)
                        .allSatisfy(call -> {
                            assertThat(call.purpose()).isEqualTo(Purpose.FIRST_DAY);
                            assertThat(call.at()).isBefore(Round.FIRST_CALLS.on(MONDAY));
                        })
                        .extracting(Deed.Attempt::contact)
                        .doesNotHaveDuplicates());
    }

    @Test
    void whatWasDueOnAnotherDayIsNoLongerCalledFor() {
        assertThat(Calls.make(
                        Scene.work(Policy.HCAT, Scene.neverReached(), Round.FIRST_CALLS, 1, Scene.ofFriday(CALL)),
                        false))
                .isEmpty();
    }

    @Test
    void theSameSeedMakesTheSameCalls() {
        assertThat(all(Scene.neverReached())).isEqualTo(all(Scene.neverReached()));
    }

    /** Of forty seeds, those in which somebody had the time. */
    private static List<List<Deed.Attempt>> all(Optional<Spell> spell) {
        return LongStream.range(0, 40)
                .mapToObj(seed -> Calls.make(Scene.work(Policy.HCAT, spell, Round.FIRST_CALLS, seed, CALL), false))
                .filter(calls -> !calls.isEmpty())
                .toList();
    }
}
