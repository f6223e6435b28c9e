package uk.muster.kernel.policy;

/**
 * One setting of a policy.
 *
 * @param path groups and name joined by dots ({@code sessions.pm.start})
 * @param required whether a school cannot take the policy on while it has no value
 */
record Knob(String path, ValueType type, boolean required, String meaning) {

    /** The path as a JSON pointer. */
    String pointer() {
        return "/" + path.replace('.', '/');
    }
}
