package uk.muster.http.identity;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a caller may do, by the contract's table "Who may do what". The claim {@code roles} holds the names in lower case with hyphens. */
public enum Role {
    MIS_INTEGRATION("mis-integration"),
    CLASS_TEACHER("class-teacher"),
    ATTENDANCE_OFFICER("attendance-officer"),
    SAFEGUARDING_LEAD("safeguarding-lead"),
    HEAD("head"),
    TRUST_EXECUTIVE("trust-executive"),
    AUDITOR("auditor"),
    ADMIN("admin");

    private static final Map<String, Role> BY_CLAIM =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Role::claim, Function.identity()));

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** The role as the claim {@code roles} writes it. */
    public String claim() {
        return claim;
    }

    /** The role of that name, or empty for a role that is not Muster's. */
    public static Optional<Role> ofClaim(String claim) {
        return Optional.ofNullable(BY_CLAIM.get(claim));
    }
}
