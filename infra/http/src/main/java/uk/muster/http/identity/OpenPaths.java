package uk.muster.http.identity;

/** What needs no token: the probes of whoever runs the service, and the contract that it publishes. */
final class OpenPaths {

    static final String[] PROBES = {"/actuator/health", "/actuator/health/**"};
    static final String[] CONTRACT = {"/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml"};

    private static final String CONTRACT_ROOT = "/v3/api-docs";

    private OpenPaths() {}

    /** Whether a mapped pattern is one of {@link #CONTRACT}. */
    static boolean isContract(String pattern) {
        return pattern.equals(CONTRACT_ROOT)
                || pattern.startsWith(CONTRACT_ROOT + "/")
                || pattern.equals(CONTRACT_ROOT + ".yaml");
    }
}
