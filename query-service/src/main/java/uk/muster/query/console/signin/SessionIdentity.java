package uk.muster.query.console.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.muster.http.identity.Caller;

/**
 * Makes a {@link SignedIn} of the session for this request: its access token, renewed when it nears its end, is verified just as one that a program
 * sends. A session whose token can be had no more is ended, and the person signs in afresh, which a provider that still knows them does unseen.
 */
final class SessionIdentity extends OncePerRequestFilter {

    private final AccessTokens tokens;
    private final AuthenticationManager verifiedTokens;
    private final People people;

    SessionIdentity(AccessTokens tokens, AuthenticationManager verifiedTokens, People people) {
        this.tokens = tokens;
        this.verifiedTokens = verifiedTokens;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken session
                && session.getPrincipal() instanceof OidcUser user) {
            try {
                SecurityContextHolder.setContext(new SecurityContextImpl(person(session, user, request, response)));
            } catch (OAuth2AuthorizationException | InvalidBearerTokenException e) {
                end(request);
            }
        }
        chain.doFilter(request, response);
    }

    private Authentication person(
            OAuth2AuthenticationToken session, OidcUser user, HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        String token = tokens.current(session, request, response);
        Authentication verified = verifiedTokens.authenticate(new BearerTokenAuthenticationToken(token));
        if (verified == null || !(verified.getPrincipal() instanceof Caller caller)) {
            throw new InvalidBearerTokenException("The token is of nobody.");
        }
        return new PersonAuthentication(
                new SignedIn(caller, people.of(user, caller), token), verified.getAuthorities());
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
