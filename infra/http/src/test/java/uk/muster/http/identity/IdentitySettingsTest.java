package uk.muster.http.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.JwtException;
import uk.muster.http.Tokens;

class IdentitySettingsTest {

    @TempDir
    Path folder;

    @Test
    void one_source_of_keys_is_named_and_only_one() {
        assertThatThrownBy(() -> new IdentitySettings(null, " ", null, null))
                .hasMessageContaining("public-key-file")
                .hasMessageContaining("jwk-set-uri");
        assertThatThrownBy(() -> new IdentitySettings("key.pem", "http://keys", null, null))
                .hasMessageContaining("not both");
        assertThat(new IdentitySettings("key.pem", "", "", "").jwkSetUri()).isNull();
    }

    @Test
    void a_short_rsa_key_is_refused() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        String der = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        Path file = Files.writeString(
                folder.resolve("short.pem"), "-----BEGIN PUBLIC KEY-----\n" + der + "\n-----END PUBLIC KEY-----\n");

        assertThatThrownBy(() -> Decoders.of(new IdentitySettings(file.toString(), null, null, null)))
                .hasMessageContaining("2,048 bits");
    }

    @Test
    void a_file_that_is_no_public_key_is_refused_by_name() throws IOException {
        Path file = Files.writeString(folder.resolve("private.pem"), "-----BEGIN PRIVATE KEY-----\n");

        assertThatThrownBy(() -> Decoders.of(new IdentitySettings(file.toString(), null, null, null)))
                .hasMessageContaining("private.pem");
    }

    @Test
    void issuer_and_audience_are_held_against_the_token_when_they_are_set() throws IOException {
        Tokens provider = Tokens.rsa();
        String file = provider.writePublicKey(folder).toString();
        var decoder = Decoders.of(new IdentitySettings(file, null, "https://id.example", "muster"));
        var claims = Tokens.claims(java.util.List.of("head"), java.util.List.of("*"));

        String bare = provider.sign(claims.build());
        String other = provider.sign(
                claims.issuer("https://id.example").audience("other").build());
        String right = provider.sign(claims.audience("muster").build());

        assertThatThrownBy(() -> decoder.decode(bare)).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> decoder.decode(other)).isInstanceOf(JwtException.class);
        assertThat(decoder.decode(right).getSubject()).isEqualTo("mis-of-the-tests");
    }
}
