package uk.muster.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The provider's one client, its key and its people. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

    /** Short, so that the console's renewal is in use. */
    private static final Duration ACCESS_TOKEN_LIFE = Duration.ofMinutes(10);

    private static final Duration RENEWABLE_FOR = Duration.ofHours(12);

    @Bean
    People people(ProviderSettings settings) {
        return People.of(settings.peopleFile());
    }

    @Bean
    TokenClaims tokenClaims(People people) {
        return new TokenClaims(people);
    }

    @Bean
    FilterRegistrationBean<OwnHostOnly> ownHostOnly(ProviderSettings settings) {
        FilterRegistrationBean<OwnHostOnly> registration =
                new FilterRegistrationBean<>(new OwnHostOnly(settings.issuer()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(ProviderSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    /** The key pair of the instance: the services take these tokens as they take those of {@code ./muster token}. */
    @Bean
    JWKSource<SecurityContext> keys(ProviderSettings settings) throws IOException, JOSEException {
        RSAKey key = new RSAKey.Builder(read(settings.publicKeyFile(), RsaKeyConverters.x509()))
                .privateKey(read(settings.privateKeyFile(), RsaKeyConverters.pkcs8()))
                .keyIDFromThumbprint()
                .build();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    private static <K> K read(Path pem, Converter<InputStream, K> converter) throws IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            K key = converter.convert(in);
            if (key == null) {
                throw new IllegalArgumentException("No key is in " + pem.getFileName() + ".");
            }
            return key;
        }
    }

    @Bean
    RegisteredClientRepository clients(ProviderSettings settings) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId("console")
                .clientId(settings.clientId())
                .clientSecret("{noop}" + settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(settings.console().resolve("/signed-in").toString())
                .postLogoutRedirectUri(settings.console().resolve("/signed-out").toString())
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(ACCESS_TOKEN_LIFE)
                        .refreshTokenTimeToLive(RENEWABLE_FOR)
                        .reuseRefreshTokens(false)
                        .build())
                .build());
    }
}
