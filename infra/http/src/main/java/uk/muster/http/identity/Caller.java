package uk.muster.http.identity;

import java.util.Set;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.Urn;

/**
 * Who calls, as the token says; a controller method takes it as an argument. The person who acted is in the body.
 *
 * @param subject the claim {@code sub}: the calling system or person, 1 to 255 characters; the scope of an {@code Idempotency-Key}
 * @param roles the roles that Muster knows; a call must be allowed to one of them
 * @param schools the schools that the caller may speak of
 */
public record Caller(String subject, Set<Role> roles, SchoolScope schools) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean covers(Urn urn) {
        return schools.covers(urn);
    }

    /** For a school that comes in a body or a query instead of the path: refused as an unknown school when it is not the caller's. */
    public void requireSchool(Urn urn) {
        if (!covers(urn)) {
            throw Problem.unknownSchool().asException();
        }
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the caller has any of these roles. */
    public boolean isAny(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
