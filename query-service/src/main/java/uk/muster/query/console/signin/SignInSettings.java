package uk.muster.query.console.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people sign in: {@code muster.console.oidc.*}. Its access tokens must be such as the API takes: the same keys, and the claims {@code sub},
 * {@code roles} and {@code schools}.
 *
 * @param issuer the provider's issuer, below which its metadata is found (OpenID Connect Discovery); blank or left out: nobody can sign in. The
 *     browser and this service must both reach it under this address
 * @param clientId,clientSecret as the provider knows the console
 * @param scopes what is asked for; {@code openid} must be among them
 * @param claims the names of the claims of the ID token or the user info that say who a person is
 */
@ConfigurationProperties("muster.console.oidc")
record SignInSettings(
        @Nullable String issuer,
        @DefaultValue("muster-console") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue PersonClaims claims) {

    SignInSettings {
        issuer = issuer == null || issuer.isBlank() ? null : issuer.strip();
    }

    /**
     * Where the three fields of an author come from (reg 6 wants name and position with an amendment).
     *
     * @param id what the school's other systems call the person
     * @param position where the provider does not say it, the role is taken
     */
    record PersonClaims(
            @DefaultValue("sub") String id,
            @DefaultValue("name") String name,
            @DefaultValue("position") String position) {}

    /** It has a secret. */
    @Override
    public String toString() {
        return "SignInSettings[" + issuer + "]";
    }
}
