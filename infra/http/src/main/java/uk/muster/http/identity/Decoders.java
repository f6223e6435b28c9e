package uk.muster.http.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * How a token is checked: the signature with a key of ours by RS256 or ES256 (never an algorithm that the token chooses, RFC 8725 §3.1),
 * and the times, issuer and audience.
 */
final class Decoders {

    /** How far a provider's clock may be ahead of ours. An expiry has no such grace. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final int LEAST_RSA_BITS = 2048;
    private static final int P256_BITS = 256;

    private Decoders() {}

    static JwtDecoder of(IdentitySettings settings) {
        NimbusJwtDecoder decoder = settings.publicKeyFile() == null
                ? ofKeySet(settings)
                : ofKey(PublicKeyFile.read(Path.of(settings.publicKeyFile())));
        decoder.setJwtValidator(validator(settings));
        return decoder;
    }

    private static NimbusJwtDecoder ofKeySet(IdentitySettings settings) {
        return NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .jwtProcessorCustomizer(Decoders::acceptAccessTokens)
                .build();
    }

    private static NimbusJwtDecoder ofKey(PublicKey key) {
        ConfigurableJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new SingleKeyJWSKeySelector<>(algorithm(key), key));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        acceptAccessTokens(processor);
        return new NimbusJwtDecoder(processor);
    }

    private static JWSAlgorithm algorithm(PublicKey key) {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS) {
            return JWSAlgorithm.RS256;
        }
        if (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() == P256_BITS) {
            return JWSAlgorithm.ES256;
        }
        throw new IllegalArgumentException("Tokens need an RSA key of at least 2,048 bits or a P-256 key.");
    }

    /** {@code typ} is JWT, the access token of RFC 9068, or left out. */
    private static void acceptAccessTokens(ConfigurableJWTProcessor<SecurityContext> processor) {
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    }

    private static OAuth2TokenValidator<Jwt> validator(IdentitySettings settings) {
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
        validators.add(new JwtTimestampValidator(SKEW));
        if (settings.issuer() != null) {
            validators.add(new JwtIssuerValidator(settings.issuer()));
        }
        if (settings.audience() != null) {
            validators.add(new JwtClaimValidator<List<String>>(
                    "aud", audience -> audience != null && audience.contains(settings.audience())));
        }
        return new DelegatingOAuth2TokenValidator<>(validators);
    }
}
