package uk.muster.kernel.policy;

/**
 * Why a policy cannot be taken on.
 *
 * @param pointer JSON pointer to the value, or to where a missing one should be ({@code /policyOverlay/sessions/pm/start})
 * @param message a sentence for the person who sent it
 * @param wrongType whether the value has another JSON type than the knob, so that it could not be read at all
 */
public record PolicyFault(String pointer, String message, boolean wrongType) {}
