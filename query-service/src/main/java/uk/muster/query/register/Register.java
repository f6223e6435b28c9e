package uk.muster.query.register;

import java.time.Instant;
import java.util.List;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.register.RegisterState;
import uk.muster.query.store.Fact;

/**
 * A register as it was known at an instant.
 *
 * @param facts all of them by then, in order
 */
public record Register(RegisterId id, RegisterState state, List<Fact> facts) {

    static Register fold(RegisterId id, List<Fact> facts) {
        RegisterState state = RegisterState.untaken();
        for (Fact fact : facts) {
            state = state.evolve((RegisterEvent) fact.read(), fact.recordedAt());
        }
        return new Register(id, state, facts);
    }

    /** What it said at an instant, that instant included. */
    RegisterState at(Instant asOf) {
        return asOf.equals(Instant.MAX)
                ? state
                : fold(id, facts.stream().filter(fact -> fact.isKnownAt(asOf)).toList())
                        .state();
    }
}
