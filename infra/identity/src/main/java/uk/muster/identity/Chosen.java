package uk.muster.identity;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Whoever is chosen on the page is signed in. There is no password to ask for. */
final class Chosen implements AuthenticationProvider {

    private final People people;

    Chosen(People people) {
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication choice) {
        Someone someone = people.find(choice.getName())
                .orElseThrow(() -> new BadCredentialsException("There is no such person."));
        return UsernamePasswordAuthenticationToken.authenticated(someone.id(), "", List.of());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
