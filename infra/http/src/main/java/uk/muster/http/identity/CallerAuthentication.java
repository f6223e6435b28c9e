package uk.muster.http.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A caller whose token was verified. It is shared by all requests with that token, so nothing in it can change.
 *
 * @param expiresAt the claim {@code exp}
 */
record CallerAuthentication(Caller caller, Instant expiresAt, List<SimpleGrantedAuthority> authorities)
        implements Authentication {

    CallerAuthentication(Caller caller, Instant expiresAt) {
        this(
                caller,
                expiresAt,
                caller.roles().stream()
                        .map(role -> new SimpleGrantedAuthority(role.claim()))
                        .toList());
    }

    @Override
    public String getName() {
        return caller.subject();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    /** The token is not kept beyond the check. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getDetails() {
        return "";
    }

    @Override
    public boolean isAuthenticated() {
        return true;
    }

    @Override
    public void setAuthenticated(boolean authenticated) {
        throw new IllegalArgumentException("A verified caller stays what it is.");
    }
}
