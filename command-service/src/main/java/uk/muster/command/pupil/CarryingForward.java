package uk.muster.command.pupil;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.command.keys.Vault;
import uk.muster.command.pupil.PupilCommand.CarryForward;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.PupilEvent.PupilCarriedForward;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.pupil.PupilState;

/**
 * Keeping who a pupil is as long as something is kept that was recorded of them: an entry of last year is none without the name, which may have been
 * recorded years before (reg 7, reg 8).
 */
final class CarryingForward {

    private CarryingForward() {}

    static Decision decide(@Nullable PupilState state, CarryForward command, Vault vault) {
        if (state == null) {
            return Decision.refuse(Problem.unknown("There is no such pupil."));
        }
        PupilNumber pupil = state.pupil();
        AcademicYear to = command.to();
        Map<String, Object> body = Map.of("id", state.urn() + "/" + command.pupilId());
        boolean needed = Stream.of(state.identity(), state.details(), state.contacts(), state.flags())
                .anyMatch(field -> vault.isUnder(field, pupil, command.under()));
        if (!needed) {
            return Decision.accept(List.of(), Answer.unchanged(body));
        }
        PupilCarriedForward carried = new PupilCarriedForward(
                state.urn(),
                pupil,
                vault.carried(pupil, to, state.identity()),
                vault.carried(pupil, to, state.details()),
                vault.carried(pupil, to, state.contacts()),
                vault.carried(pupil, to, state.flags()));
        return Decision.accept(List.of(carried), Answer.recorded(body));
    }
}
