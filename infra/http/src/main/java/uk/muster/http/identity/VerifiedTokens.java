package uk.muster.http.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Verifies the signature of a token once and remembers the caller for a few minutes; the expiry is checked at every call.
 *
 * <p>A key that the provider withdraws is believed for at most {@link #REMEMBERED} longer. The clock is the machine's, never the business
 * clock of trials.
 */
final class VerifiedTokens implements AuthenticationManager {

    /** A calling system has a handful of tokens at a time; England has about 24,000 schools. */
    static final int MOST = 50_000;

    static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final JwtDecoder decoder;
    private final InstantSource machineClock;
    private final Cache<String, CallerAuthentication> verified = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(REMEMBERED)
            .executor(Runnable::run)
            .build();

    VerifiedTokens(JwtDecoder decoder, InstantSource machineClock) {
        this.decoder = decoder;
        this.machineClock = machineClock;
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        String token = ((BearerTokenAuthenticationToken) presented).getToken();
        CallerAuthentication known = verified.getIfPresent(token);
        if (known == null) {
            known = verify(token);
            verified.put(token, known);
        }
        if (!machineClock.instant().isBefore(known.expiresAt())) {
            throw new InvalidBearerTokenException("The token has expired.");
        }
        return known;
    }

    private CallerAuthentication verify(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            Instant expiresAt = jwt.getExpiresAt();
            if (expiresAt == null) {
                throw new BadJwtException("The claim exp is required.");
            }
            return new CallerAuthentication(Claims.caller(jwt), expiresAt);
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("The token is not valid.", e);
        } catch (JwtException e) {
            throw new AuthenticationServiceException("The keys of the identity provider cannot be had.", e);
        }
    }
}
