package uk.muster.kernel.policy;

import java.util.List;

/** What came of a school's wish to take a policy on. */
public sealed interface Activation {

    /** The policy is whole; {@code warnings} are sentences about features that stay off. */
    record Activated(EffectivePolicy policy, List<String> warnings) implements Activation {}

    /** It is not; every fault, pointing below {@code /policyOverlay}. */
    record Refused(List<PolicyFault> faults) implements Activation {}
}
