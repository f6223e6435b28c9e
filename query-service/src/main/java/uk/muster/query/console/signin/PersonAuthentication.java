package uk.muster.query.console.signin;

import java.util.Collection;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import uk.muster.http.identity.Caller;

/** A signed-in person for the length of one request. The session keeps what the provider said, not this. */
final class PersonAuthentication extends AbstractAuthenticationToken {

    private final transient SignedIn signedIn;

    PersonAuthentication(SignedIn signedIn, Collection<? extends GrantedAuthority> authorities) {
        super(authorities);
        this.signedIn = signedIn;
        super.setAuthenticated(true);
    }

    SignedIn signedIn() {
        return signedIn;
    }

    @Override
    public Caller getPrincipal() {
        return signedIn.caller();
    }

    /** The token is not shown to whoever looks at authentications. */
    @Override
    public Object getCredentials() {
        return "";
    }
}
