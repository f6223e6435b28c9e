package uk.muster.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** An identity provider of the tests: a key pair, its PEM file, and tokens good and bad. */
public final class Tokens {

    private final KeyPair keys;

    private Tokens(KeyPair keys) {
        this.keys = keys;
    }

    public static Tokens rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new Tokens(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Tokens ec() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new Tokens(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path writePublicKey(Path folder) throws IOException {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        return Files.writeString(folder.resolve("identity.pem"), pem);
    }

    /** The public key as a provider publishes it. */
    public JWK publicJwk() {
        return keys.getPublic() instanceof ECPublicKey key
                ? new ECKey.Builder(Curve.P_256, key).build()
                : new RSAKey.Builder((RSAPublicKey) keys.getPublic()).build();
    }

    /** Claims of a caller who is good for another hour. */
    public static JWTClaimsSet.Builder claims(List<String> roles, List<String> schools) {
        return new JWTClaimsSet.Builder()
                .subject("mis-of-the-tests")
                .claim("roles", roles)
                .claim("schools", schools)
                .expirationTime(Date.from(Instant.now().plusSeconds(3600)));
    }

    public String of(String role, String... schools) {
        return sign(claims(List.of(role), List.of(schools)).build());
    }

    public String sign(JWTClaimsSet claims) {
        return keys.getPrivate() instanceof ECPrivateKey key
                ? sign(claims, JWSAlgorithm.ES256, ecSigner(key))
                : sign(claims, JWSAlgorithm.RS256, new RSASSASigner(keys.getPrivate()));
    }

    /** Signed with the right key by an algorithm that the contract does not name. */
    public String signBy(JWSAlgorithm algorithm, JWTClaimsSet claims) {
        return sign(claims, algorithm, new RSASSASigner(keys.getPrivate()));
    }

    /** The classical confusion: the public key, which anyone may have, taken for the secret of an HMAC. */
    public String signWithPublicKeyAsSecret(JWTClaimsSet claims) {
        try {
            return sign(
                    claims, JWSAlgorithm.HS256, new MACSigner(keys.getPublic().getEncoded()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private static ECDSASigner ecSigner(ECPrivateKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
