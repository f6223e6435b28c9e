package uk.muster.query.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;

/**
 * Who looks.
 *
 * @param subject the claim {@code sub}
 * @param roles all that the token has
 * @param role by which it was allowed; of several the one that shows most
 * @param purpose null where none was given
 */
public record Looker(
        String subject,
        Set<Role> roles,
        Role role,
        @Nullable Purpose purpose) {

    private static final List<Role> BY_SIGHT = List.of(
            Role.HEAD,
            Role.SAFEGUARDING_LEAD,
            Role.AUDITOR,
            Role.ATTENDANCE_OFFICER,
            Role.CLASS_TEACHER,
            Role.MIS_INTEGRATION,
            Role.TRUST_EXECUTIVE,
            Role.ADMIN);

    /** @param allowed the roles that may ask, of which the caller has one */
    public static Looker of(Caller caller, @Nullable Purpose purpose, Role... allowed) {
        List<Role> may = List.of(allowed);
        Role used = BY_SIGHT.stream()
                .filter(role -> caller.is(role) && may.contains(role))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Who looks has none of the roles that may."));
        return new Looker(caller.subject(), caller.roles(), used, purpose);
    }

    /** Whether this is a system that posts registers and nobody's eyes. */
    boolean isSystem() {
        return role == Role.MIS_INTEGRATION;
    }

    /** The roles as the token writes them, in order. */
    Stream<String> claims() {
        return roles.stream().map(Role::claim).sorted();
    }
}
