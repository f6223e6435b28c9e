package uk.muster.http.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens are believed: {@code muster.identity.*}. Exactly one of the first two is set; a blank counts as not set.
 *
 * @param publicKeyFile a PEM file with one public key: RSA of at least 2,048 bits (RS256) or P-256 (ES256)
 * @param jwkSetUri the key set of an OIDC provider, fetched and cached; RS256 and ES256
 * @param issuer when set, the claim {@code iss} must be this
 * @param audience when set, the claim {@code aud} must hold this
 */
@ConfigurationProperties("muster.identity")
public record IdentitySettings(
        @Nullable String publicKeyFile,
        @Nullable String jwkSetUri,
        @Nullable String issuer,
        @Nullable String audience) {

    public IdentitySettings {
        publicKeyFile = blankToNull(publicKeyFile);
        jwkSetUri = blankToNull(jwkSetUri);
        issuer = blankToNull(issuer);
        audience = blankToNull(audience);
        if ((publicKeyFile == null) == (jwkSetUri == null)) {
            throw new IllegalArgumentException(
                    "Set either muster.identity.public-key-file or muster.identity.jwk-set-uri, and not both.");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
