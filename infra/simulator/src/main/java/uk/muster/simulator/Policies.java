package uk.muster.simulator;

import tools.jackson.databind.json.JsonMapper;
import uk.muster.kernel.policy.Activation;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.Profiles;
import uk.muster.simulator.http.Bodies;
import uk.muster.simulator.school.SchoolPlan;

/** The policy of a school with its own overlay, as Muster will read it. */
final class Policies {

    private Policies() {}

    static EffectivePolicy of(SchoolPlan plan) {
        return switch (Profiles.find(plan.policy().profile())
                .orElseThrow()
                .activate(JsonMapper.builder()
                        .build()
                        .readTree(Bodies.school(plan))
                        .path("policyOverlay"))) {
            case Activation.Activated activated -> activated.policy();
            case Activation.Refused refused ->
                throw new DemoMismatch("A demo school's policy is not whole: " + refused.faults());
        };
    }
}
