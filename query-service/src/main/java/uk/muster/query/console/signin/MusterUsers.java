package uk.muster.query.console.signin;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Lets in whoever the provider vouches for with an access token that the API would take. */
final class MusterUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService users = new OidcUserService();
    private final AuthenticationManager verifiedTokens;

    MusterUsers(AuthenticationManager verifiedTokens) {
        this.verifiedTokens = verifiedTokens;
    }

    /** @throws OAuth2AuthenticationException when the token is none of Muster's; a session with it would end at its first page */
    @Override
    public OidcUser loadUser(OidcUserRequest request) throws AuthenticationException {
        try {
            verifiedTokens.authenticate(
                    new BearerTokenAuthenticationToken(request.getAccessToken().getTokenValue()));
        } catch (InvalidBearerTokenException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN), e);
        }
        return users.loadUser(request);
    }
}
