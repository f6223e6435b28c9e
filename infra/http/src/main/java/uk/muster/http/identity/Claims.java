package uk.muster.http.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import uk.muster.kernel.identity.Urn;

/** From the claims of a token to a caller: {@code sub}, {@code roles} and {@code schools}. */
final class Claims {

    private static final String EVERY_SCHOOL = "*";
    private static final int LONGEST_SUBJECT = 255;

    private Claims() {}

    /** @throws BadJwtException when a claim is missing or is not what the contract says */
    static Caller caller(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new BadJwtException("The claim sub must be 1 to 255 characters.");
        }
        return new Caller(subject, roles(token), schools(token));
    }

    /** Roles of other systems may stand beside Muster's: they mean nothing here. */
    private static Set<Role> roles(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String claim : texts(token, "roles")) {
            Role.ofClaim(claim).ifPresent(roles::add);
        }
        return roles;
    }

    private static SchoolScope schools(Jwt token) {
        List<String> claims = texts(token, "schools");
        if (claims.contains(EVERY_SCHOOL)) {
            return new SchoolScope.Every();
        }
        Set<Urn> urns = new HashSet<>();
        for (String claim : claims) {
            if (!Urn.isValid(claim)) {
                throw new BadJwtException("The claim schools must be an array of URNs, or of *.");
            }
            urns.add(Urn.parse(claim));
        }
        return new SchoolScope.Listed(urns);
    }

    private static List<String> texts(Jwt token, String claim) {
        Object value = token.getClaims().get(claim);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(String::valueOf).toList();
        }
        throw new BadJwtException("The claim " + claim + " must be an array.");
    }
}
