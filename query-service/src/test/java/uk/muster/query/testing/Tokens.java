package uk.muster.query.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import uk.muster.http.identity.Role;

/** Signs tokens with a key made for this run. */
public final class Tokens {

    private static final Duration LIFE = Duration.ofHours(1);

    private final RSAKey key;

    public Tokens() {
        try {
            key = new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key as a PEM file. */
    public Path publicKey(Path folder) {
        try {
            String base64 =
                    Base64.getMimeEncoder().encodeToString(key.toRSAPublicKey().getEncoded());
            return Files.writeString(
                    folder.resolve("public.pem"),
                    "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key as a provider's key set. */
    Map<String, Object> keySet() {
        return new JWKSet(key.toPublicJWK()).toJSONObject();
    }

    public String of(Role role, String... schools) {
        return access("tests", List.of(role.claim()), List.of(schools), LIFE);
    }

    String access(String subject, List<String> roles, List<String> schools, Duration life) {
        return sign(new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("roles", roles)
                .claim("schools", schools)
                .expirationTime(Date.from(Instant.now().plus(life)))
                .build());
    }

    /** An ID token (OpenID Connect Core §2). */
    String identity(URI issuer, String audience, String nonce, String subject, Map<String, Object> claims) {
        JWTClaimsSet.Builder identity = new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .audience(audience)
                .subject(subject)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(LIFE)));
        if (!nonce.isEmpty()) {
            identity.claim("nonce", nonce);
        }
        claims.forEach(identity::claim);
        return sign(identity.build());
    }

    private String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
