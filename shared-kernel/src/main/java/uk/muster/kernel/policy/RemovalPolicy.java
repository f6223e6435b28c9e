package uk.muster.kernel.policy;

import java.util.List;

/**
 * What a policy wants before a pupil's name is deleted from the admission register ({@code la.deletion_blockers}, {@code
 * la.standard_transition_exempt}).
 *
 * @param wanted confirmations to be had
 * @param standardTransitionExempt whether pupils who leave with the end of their school's final year are excepted from what concerns the local
 *     authority and from the leaver form (reg 13(4); CS-44, CS-47, KTS-10, IPAT-49)
 */
public record RemovalPolicy(List<DeletionBlocker> wanted, boolean standardTransitionExempt) {

    public RemovalPolicy {
        wanted = List.copyOf(wanted);
    }
}
