package uk.muster.query.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.util.WebUtils;

/** The access token of a session, renewed a minute before its end. */
final class AccessTokens {

    private final OAuth2AuthorizedClientManager clients;

    AccessTokens(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    /**
     * One request of a session at a time: a provider may take a refresh token once only, and pages ask for several things at once.
     *
     * @throws OAuth2AuthorizationException when the provider will not renew it or does not answer
     */
    String current(OAuth2AuthenticationToken session, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizeRequest wanted = OAuth2AuthorizeRequest.withClientRegistrationId(
                        session.getAuthorizedClientRegistrationId())
                .principal(session)
                .attributes(attributes -> {
                    attributes.put(HttpServletRequest.class.getName(), request);
                    attributes.put(HttpServletResponse.class.getName(), response);
                })
                .build();
        synchronized (WebUtils.getSessionMutex(request.getSession())) {
            OAuth2AuthorizedClient client = clients.authorize(wanted);
            if (client == null) {
                throw new OAuth2AuthorizationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT));
            }
            return client.getAccessToken().getTokenValue();
        }
    }
}
