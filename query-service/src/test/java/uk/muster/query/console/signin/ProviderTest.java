package uk.muster.query.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import uk.muster.query.console.signin.SignInSettings.PersonClaims;
import uk.muster.query.testing.TestProvider;
import uk.muster.query.testing.Tokens;

class ProviderTest {

    private static Provider at(@Nullable String issuer) {
        return new Provider(new SignInSettings(
                issuer, "muster-console", "invented", List.of("openid"), new PersonClaims("sub", "name", "position")));
    }

    @Test
    void itsEndpointsAreReadFromItsMetadata() {
        String issuer = new TestProvider(new Tokens()).issuer().toString();
        ClientRegistration found = at(issuer).findByRegistrationId(Provider.ID);
        assertThat(found).isNotNull();
        assertThat(found.getProviderDetails().getTokenUri()).isEqualTo(issuer + "/token");
        assertThat(found.getClientSettings().isRequireProofKey()).isTrue();
        assertThat(at(issuer).findByRegistrationId("another")).isNull();
    }

    @Test
    void oneThatDoesNotAnswerOrIsNotConfiguredIsAway() {
        assertThatThrownBy(() -> at("http://127.0.0.1:1").findByRegistrationId(Provider.ID))
                .isInstanceOf(AuthenticationServiceException.class);
        assertThatThrownBy(() -> at(" ").findByRegistrationId(Provider.ID))
                .isInstanceOf(AuthenticationServiceException.class);
    }
}
