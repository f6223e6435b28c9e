package uk.muster.query.console.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The one provider. Its metadata is read when somebody first signs in, so that the service starts without it; a provider that does not answer is asked
 * again by the next who comes.
 */
final class Provider implements ClientRegistrationRepository {

    /** The only registration, which is in the address where a sign-in begins. */
    static final String ID = "muster";

    private final SignInSettings settings;
    private volatile @Nullable ClientRegistration found;

    Provider(SignInSettings settings) {
        this.settings = settings;
    }

    /** @throws AuthenticationServiceException when the provider does not answer, or none is configured */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        if (!registrationId.equals(ID)) {
            return null;
        }
        ClientRegistration known = found;
        return known == null ? discover() : known;
    }

    private synchronized ClientRegistration discover() {
        ClientRegistration known = found;
        if (known != null) {
            return known;
        }
        String issuer = settings.issuer();
        if (issuer == null) {
            throw new AuthenticationServiceException("No provider is configured.");
        }
        try {
            ClientRegistration fresh = ClientRegistrations.fromIssuerLocation(issuer)
                    .registrationId(ID)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope(settings.scopes())
                    .redirectUri("{baseUrl}" + Paths.ANSWER)
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build())
                    .build();
            found = fresh;
            return fresh;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new AuthenticationServiceException("The provider's metadata cannot be had.", e);
        }
    }
}
