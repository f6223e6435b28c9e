package uk.muster.identity;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Whoever is chosen on the page is signed in. There is no password to ask for. */
final class Chosen implements AuthenticationProvider {

    /** How somebody showed who they are; with it goes when, which an ID token must say ({@code auth_time}). */
    private static final String FACTOR = "FACTOR_CHOICE";

    private final People people;

    Chosen(People people) {
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication choice) {
        Someone someone = people.find(choice.getName())
                .orElseThrow(() -> new BadCredentialsException("There is no such person."));
        return UsernamePasswordAuthenticationToken.authenticated(
                someone.id(), "", List.of(FactorGrantedAuthority.fromAuthority(FACTOR)));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
