package uk.muster.identity;

import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What tokens say: an access token what its bearer may do, as {@code ./muster token} writes it; an ID token who somebody is. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final People people;

    TokenClaims(People people) {
        this.people = people;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        Someone someone = people.find(token.getPrincipal().getName()).orElseThrow();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            token.getClaims().claim("roles", someone.roles()).claim("schools", someone.schools());
        } else if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
            token.getClaims().claim("name", someone.name()).claim("position", someone.position());
        }
    }
}
