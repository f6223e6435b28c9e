package uk.muster.http.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import uk.muster.kernel.identity.Urn;

class VerifiedTokensTest {

    private static final Instant NOON = Instant.parse("2026-09-07T12:00:00Z");
    private static final Instant EXPIRY = NOON.plusSeconds(60);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final AtomicInteger verifications = new AtomicInteger();
    private final VerifiedTokens tokens = new VerifiedTokens(this::decode, now::get);

    private Jwt decode(String token) {
        verifications.incrementAndGet();
        return switch (token) {
            case "good" ->
                Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .subject("mis")
                        .claim("roles", List.of("head"))
                        .claim("schools", List.of(100001, "100002"))
                        .expiresAt(EXPIRY)
                        .build();
            case "unreachable" -> throw new JwtException("the key set is away");
            default -> throw new BadJwtException("no");
        };
    }

    private Authentication present(String token) {
        return tokens.authenticate(new BearerTokenAuthenticationToken(token));
    }

    @Test
    void a_signature_is_verified_once_for_many_calls() {
        Authentication first = present("good");

        assertThat(present("good")).isSameAs(first);
        assertThat(verifications).hasValue(1);
        assertThat(first.getPrincipal())
                .isEqualTo(new Caller(
                        "mis",
                        java.util.Set.of(Role.HEAD),
                        new SchoolScope.Listed(java.util.Set.of(new Urn(100001), new Urn(100002)))));
    }

    @Test
    void the_expiry_of_a_remembered_token_is_looked_at_again() {
        present("good");
        now.set(EXPIRY.minusNanos(1));
        present("good");
        now.set(EXPIRY);

        assertThatThrownBy(() -> present("good")).isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void a_token_that_is_refused_is_not_remembered() {
        assertThatThrownBy(() -> present("bad")).isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> present("bad")).isInstanceOf(InvalidBearerTokenException.class);

        assertThat(verifications).hasValue(2);
    }

    @Test
    void a_provider_that_is_away_is_no_fault_of_the_caller() {
        assertThatThrownBy(() -> present("unreachable")).isInstanceOf(AuthenticationServiceException.class);
    }

    @Test
    void a_verified_caller_cannot_be_changed_by_one_of_its_calls() {
        Authentication caller = present("good");

        assertThatThrownBy(() -> caller.setAuthenticated(false)).isInstanceOf(IllegalArgumentException.class);
        assertThat(caller.getCredentials()).isEqualTo("");
    }
}
