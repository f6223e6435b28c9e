package uk.muster.query.console.signin;

import java.util.Objects;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Person;

/** From what the provider says of a person to the author of what they record. */
final class People {

    private final SignInSettings.PersonClaims claims;

    People(SignInSettings.PersonClaims claims) {
        this.claims = claims;
    }

    Person of(OidcUser user, Caller caller) {
        String id = text(user, claims.id(), caller.subject());
        return new Person(id, text(user, claims.name(), id), text(user, claims.position(), positionOf(caller)));
    }

    private static String text(OidcUser user, String claim, String otherwise) {
        String said =
                Objects.requireNonNullElse(user.getClaimAsString(claim), "").strip();
        String text = said.isEmpty() ? otherwise : said;
        return text.length() > Person.LONGEST ? text.substring(0, Person.LONGEST) : text;
    }

    /** The weightiest of the roles, in words. */
    private static String positionOf(Caller caller) {
        return caller.roles().stream().max(Role::compareTo).map(People::words).orElse("No role");
    }

    private static String words(Role role) {
        String words = role.claim().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
